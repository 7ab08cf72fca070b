package dev.minori.sync.mapping;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.source.SourceSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Saves drafts that are valid for their source, and publishes them. */
@ApplicationScoped
public class MappingService {
    private final MappingStore store;
    private final ConnectionService connections;
    private final RecentSchemas schemas;
    private final Event<MappingPublished> published;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    MappingService(
            MappingStore store,
            ConnectionService connections,
            RecentSchemas schemas,
            Event<MappingPublished> published,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.connections = connections;
        this.schemas = schemas;
        this.published = published;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public TableMapping get(UUID id) {
        return store.find(id).orElseThrow(() -> notFound(id.toString()));
    }

    @Transactional
    public List<TableMapping> list(@Nullable UUID after, int limit) {
        return store.list(after, limit);
    }

    /**
     * Creates the mapping or changes its draft. The source is described first, outside of any transaction; every
     * mistake comes back with its place.
     */
    public TableMapping saveDraft(UUID id, MappingDocument document, @Nullable String ifMatch) {
        Connection connection = connectionOf(document);
        Optional<TableMapping> known = transactions.call(() -> store.find(id));
        MappingDocument wanted = document.withConnection(connection.name());
        if (known.isPresent() && known.get().draft().equals(wanted)) {
            return known.get();
        }
        Checked draft = check(document);
        return transactions.call(() -> store(id, draft, ifMatch));
    }

    /** A document that fits its source, with the connection it reads through. */
    public record Checked(MappingDocument document, Connection connection) {}

    /** Compares a document with its source, which is described for it: call it outside of any transaction. */
    public Checked check(MappingDocument document) {
        Connection connection = connectionOf(document);
        SourceSchema schema = connections.ask(
                connection.id(),
                client -> client.joined(client.describe(document.object()), DocumentCodes.joined(document)));
        List<FieldError> errors = MappingValidator.check(document, schema);
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
        return new Checked(document.withConnection(connection.name()), connection);
    }

    /** What is wrong with a document; keeps nothing. Call it outside of any transaction. */
    public List<FieldError> mistakes(MappingDocument document) {
        Connection connection = connectionOf(document);
        SourceSchema described = schemas.describe(connection.id(), document.object());
        Set<String> joined = DocumentCodes.joined(document);
        SourceSchema schema = joined.isEmpty()
                ? described
                : connections.ask(connection.id(), client -> client.joined(described, joined));
        return MappingValidator.check(document, schema);
    }

    /** A connection that mappings may read through. */
    public Connection connection(UUID id) {
        return connections.get(id);
    }

    /** Creates a mapping with a checked draft. */
    @Transactional
    public TableMapping create(UUID id, Checked draft) {
        return store(id, draft, null);
    }

    private Connection connectionOf(MappingDocument document) {
        return connections
                .findByIdOrName(document.connection())
                .orElseThrow(() -> invalid(List.of(new FieldError(
                        "/connection",
                        "unknown-connection",
                        new Wording(
                                "連携先「" + document.connection() + "」がありません。",
                                "There is no connection " + document.connection() + ".")))));
    }

    private TableMapping store(UUID id, Checked draft, @Nullable String ifMatch) {
        MappingDocument document = draft.document();
        Connection connection = draft.connection();
        store.lock();
        Optional<TableMapping> known = store.find(id);
        known.ifPresent(mapping -> Versions.require(ifMatch, mapping.version()));
        store.findByName(document.name())
                .filter(other -> !other.id().equals(id))
                .ifPresent(_ -> {
                    throw new ProblemException(
                            KitProblem.CONFLICT,
                            new Wording(
                                    "「" + document.name() + "」というテーブルマッピングはすでにあります。",
                                    "There is already a mapping " + document.name() + "."));
                });
        known.filter(mapping -> mapping.publishedVersion() != null
                        && (mapping.dataset() != document.dataset()
                                || !mapping.connectionId().equals(connection.id())
                                || !mapping.objectName().equals(document.object())))
                .ifPresent(_ -> {
                    throw new ProblemException(
                            KitProblem.CONFLICT,
                            new Wording(
                                    "公開後は、連携先・オブジェクト・データの種類を変えられません。新しいテーブルマッピングを作ってください。",
                                    "Connection, object and dataset cannot change once published; make a new mapping."));
                });
        TableMapping saved = store.save(new TableMapping(
                id,
                document.name(),
                connection.id(),
                document.object(),
                document.dataset(),
                document,
                known.map(TableMapping::publishedVersion).orElse(null),
                known.map(TableMapping::version).orElse(0L) + 1));
        audit.record(
                "mapping-saved",
                "mapping",
                id.toString(),
                Map.of(
                        "name",
                        saved.name(),
                        "object",
                        saved.objectName(),
                        "dataset",
                        saved.dataset().wireName(),
                        "version",
                        String.valueOf(saved.version())));
        return saved;
    }

    /**
     * Publishes the draft; if it is what is published already, gives that version. Throws stale-version if the client
     * names another version than the one that is stored.
     */
    @Transactional
    public MappingVersion publish(UUID id, @Nullable String ifMatch, String by) {
        return publishAs(id, ifMatch, by, null);
    }

    /** Makes an earlier version's document, checked against the source as it is now, the draft and publishes it. */
    @Transactional
    MappingVersion restore(UUID id, int version, Checked document, @Nullable String ifMatch, String by) {
        store(id, document, ifMatch);
        return publishAs(id, null, by, version);
    }

    private MappingVersion publishAs(UUID id, @Nullable String ifMatch, String by, @Nullable Integer restores) {
        store.lock();
        TableMapping mapping = get(id);
        Integer current = mapping.publishedVersion();
        MappingVersion before =
                current == null ? null : store.findVersion(id, current).orElseThrow();
        if (before != null && before.document().equals(mapping.draft())) {
            return before;
        }
        Versions.requireIfNamed(ifMatch, mapping.version());
        int number = current == null ? 1 : current + 1;
        MappingVersion version = new MappingVersion(id, number, mapping.draft(), clock.instant(), by, restores);
        store.add(version);
        TableMapping saved = store.save(new TableMapping(
                id,
                mapping.name(),
                mapping.connectionId(),
                mapping.objectName(),
                mapping.dataset(),
                mapping.draft(),
                number,
                mapping.version() + 1));
        Map<String, String> details = new HashMap<>(Map.of("number", String.valueOf(number)));
        if (restores != null) {
            details.put("restores", String.valueOf(restores));
        }
        audit.record("mapping-published", "mapping", id.toString(), details);
        published.fire(new MappingPublished(saved, version, before == null || rereads(before, version)));
        return version;
    }

    @Transactional
    public MappingVersion getVersion(UUID id, int version) {
        return store.findVersion(id, version).orElseThrow(() -> notFound(id + " v" + version));
    }

    @Transactional
    public List<MappingVersion> listVersions(UUID id, int before, int limit) {
        get(id);
        return store.listVersions(id, before, limit);
    }

    /** Mappings that run, of one connection or of all. */
    @Transactional
    public List<TableMapping> listPublished(@Nullable UUID connectionId) {
        return store.listPublished().stream()
                .filter(mapping ->
                        connectionId == null || mapping.connectionId().equals(connectionId))
                .toList();
    }

    private static boolean rereads(MappingVersion before, MappingVersion after) {
        return !java.util.Objects.equals(
                        before.document().filter(), after.document().filter())
                || !before.document().excludedFields().equals(after.document().excludedFields())
                || !DocumentCodes.joined(before.document()).containsAll(DocumentCodes.joined(after.document()));
    }

    private static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                KitProblem.INVALID_REQUEST,
                new Wording(
                        "テーブルマッピングに" + errors.size() + "件の誤りがあります。", "The mapping has " + errors.size() + " mistakes."),
                errors);
    }

    private static ProblemException notFound(String id) {
        return ProblemException.notFound(new Wording("テーブルマッピングが見つかりません: " + id, "There is no mapping " + id));
    }
}
