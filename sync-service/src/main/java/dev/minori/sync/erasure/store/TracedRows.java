package dev.minori.sync.erasure.store;

import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.erasure.TracedObject;
import dev.minori.sync.erasure.TracedObject.Verdict;
import dev.minori.sync.erasure.Traces;
import dev.minori.sync.mapping.document.MappingFormat;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.canonical.CanonicalJson;
import dev.minori.sync.source.SourceValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;

/** Finds the rows of others that a person shows in, now and in all history. One use, on one connection. */
final class TracedRows {
    private static final String HOLDS_A_WORD = """
            exists (select from unnest(?::text[]) word where position(word in lower(convert_from(body, 'UTF8'))) > 0)
            """;
    private static final String OF_FACTS = """
            (connection_id, object_name, record_id) in (
              select m.connection_id, m.object_name, f.record_id from fact_record f
              join table_mapping m on m.workspace_id = f.workspace_id and m.id = f.mapping_id
              where f.workspace_id = ? and %s)
            """;

    private final Connection connection;
    private final UUID workspaceId = WorkspaceContext.current();
    private final Map<RawKey, TracedObject> objects = new HashMap<>();
    private final Traces traces = new Traces();
    private final Set<Place> own = new HashSet<>();

    /** One record. */
    record Place(RawKey key, String recordId) {}

    private record Version(Place place, SortedMap<String, SourceValue> values) {}

    TracedRows(Connection connection, Erasure erasure) throws SQLException {
        this.connection = connection;
        loadObjects();
        List<UUID> contact = List.of(erasure.contactId());
        for (Version version : versions(OF_FACTS.formatted("f.fact_id = any (?)"), workspaceId, contact)) {
            own.add(version.place());
            object(version.place().key()).learn(version.values(), traces);
            traces.addRecordId(version.place().recordId());
        }
        traces.removeAddresses(Set.copyOf(Database.query(
                connection, "select email from member where workspace_id = ?", row -> row.text("email"), workspaceId)));
    }

    Traces traces() {
        return traces;
    }

    /** Rows that tell of the person, apart from its own; what no longer holds anything of it is not among them. */
    Map<Place, Verdict> find(UUID contactId) throws SQLException {
        Map<Place, Verdict> verdicts = new LinkedHashMap<>();
        List<String> words = List.copyOf(traces.words());
        if (!words.isEmpty()) {
            judge(versions(HOLDS_A_WORD, words), false, verdicts);
        }
        String sameCustomer = OF_FACTS.formatted("""
                m.dataset not in ('customer', 'usage') and f.customer_id in (
                  select c.customer_id from fact_record c where c.workspace_id = f.workspace_id and c.fact_id = any (?))
                """);
        judge(versions(sameCustomer, workspaceId, List.of(contactId)), true, verdicts);
        verdicts.values().removeIf(verdict -> verdict.equals(new Verdict.Fields(Set.of())));
        return verdicts;
    }

    private void judge(List<Version> versions, boolean sameCustomer, Map<Place, Verdict> verdicts) {
        for (Version version : versions) {
            if (!own.contains(version.place())) {
                Verdict verdict = object(version.place().key()).judge(version.values(), traces, sameCustomer);
                verdicts.merge(version.place(), verdict, TracedRows::both);
            }
        }
    }

    private static Verdict both(Verdict one, Verdict other) {
        if (one instanceof Verdict.Fields(Set<String> some) && other instanceof Verdict.Fields(Set<String> more)) {
            Set<String> all = new TreeSet<>(some);
            all.addAll(more);
            return new Verdict.Fields(all);
        }
        return new Verdict.Whole();
    }

    private TracedObject object(RawKey key) {
        return objects.getOrDefault(key, new TracedObject(List.of()));
    }

    private void loadObjects() throws SQLException {
        Map<RawKey, List<String>> documents = new HashMap<>();
        Database.query(
                        connection,
                        """
                        select m.connection_id, m.object_name, v.document from table_mapping m
                        join table_mapping_version v on v.workspace_id = m.workspace_id and v.mapping_id = m.id
                        where m.workspace_id = ?
                        """,
                        row -> Map.entry(
                                new RawKey(row.uuid("connection_id"), row.text("object_name")), row.text("document")),
                        workspaceId)
                .forEach(entry -> documents
                        .computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        documents.forEach((key, texts) -> objects.put(
                key,
                new TracedObject(texts.stream().map(MappingFormat.JSON::read).toList())));
    }

    private List<Version> versions(String condition, Object... parameters) throws SQLException {
        List<Object> all = new ArrayList<>();
        for (int part = 0; part < 2; part++) {
            all.add(workspaceId);
            all.addAll(List.of(parameters));
        }
        return Database.query(
                connection,
                """
                select connection_id, object_name, record_id, body from raw_record where workspace_id = ? and %1$s
                union all
                select connection_id, object_name, record_id, body from raw_history where workspace_id = ? and %1$s
                """.formatted(condition),
                row -> new Version(
                        new Place(
                                new RawKey(row.uuid("connection_id"), row.text("object_name")), row.text("record_id")),
                        CanonicalJson.read(row.bytes("body"))),
                all.toArray());
    }
}
