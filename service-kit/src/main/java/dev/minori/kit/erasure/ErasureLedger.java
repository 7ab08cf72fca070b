package dev.minori.kit.erasure;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remembers who was erased in the current workspace, so that no import brings them back. Ids only, kept for ever. */
@ApplicationScoped
@Transactional
public class ErasureLedger {
    private static final String ENTRIES = """
            select e.erasure_id, e.contact_id, e.requested_at, e.completed_at,
                   array(select f.fact_id from erased_fact f
                         where f.workspace_id = e.workspace_id and f.erasure_id = e.erasure_id
                           and f.fact_id <> e.contact_id order by f.fact_id) as fact_ids
            from erasure e where e.workspace_id = ?
            """;

    private final Database database;
    private final Clock clock;

    ErasureLedger(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One entry.
     *
     * @param completedAt when nothing was left in this service; null while it is under way
     */
    public record Entry(
            Erasure erasure, Instant requestedAt, @Nullable Instant completedAt) {}

    /** Whether the record was erased: it must not be imported, stored or shown again. */
    public boolean isErased(UUID factId) {
        return !erasedAmong(List.of(factId)).isEmpty();
    }

    /** Those of the records that were erased. */
    public Set<UUID> erasedAmong(Collection<UUID> factIds) {
        if (factIds.isEmpty()) {
            return Set.of();
        }
        return database
                .query(
                        "select distinct fact_id from erased_fact where workspace_id = ? and fact_id = any (?)",
                        row -> row.uuid("fact_id"),
                        WorkspaceContext.current(),
                        factIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The entry of an erasure. */
    public Optional<Entry> find(UUID erasureId) {
        return database.one(
                ENTRIES + " and e.erasure_id = ?", ErasureLedger::read, WorkspaceContext.current(), erasureId);
    }

    /** Entries by id, after the given one. */
    public List<Entry> list(@Nullable UUID after, int limit) {
        return database.query(
                ENTRIES + " and e.erasure_id > ? order by e.erasure_id limit ?",
                ErasureLedger::read,
                WorkspaceContext.current(),
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    /** Blocks the records from now on. Committed apart, before anything is erased. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void open(Erasure erasure) {
        UUID workspaceId = WorkspaceContext.current();
        database.update("""
                insert into erasure (workspace_id, erasure_id, contact_id, requested_at) values (?, ?, ?, ?)
                on conflict do nothing
                """, workspaceId, erasure.erasureId(), erasure.contactId(), clock.instant());
        database.update(
                """
                insert into erased_fact (workspace_id, fact_id, erasure_id)
                select ?, fact_id, ? from unnest(?) as fact_id on conflict do nothing
                """, workspaceId, erasure.erasureId(), erasure.allFactIds().toArray(UUID[]::new));
    }

    private static Entry read(Row row) {
        return new Entry(
                new Erasure(row.uuid("erasure_id"), row.uuid("contact_id"), row.uuids("fact_ids")),
                row.instant("requested_at"),
                row.findInstant("completed_at"));
    }
}
