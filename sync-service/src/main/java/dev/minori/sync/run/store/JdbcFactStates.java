package dev.minori.sync.run.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.run.FactState;
import dev.minori.sync.run.FactStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcFactStates implements FactStates {
    private final Database database;

    JdbcFactStates(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, FactState> find(UUID mappingId, Collection<String> recordIds) {
        Map<String, FactState> states = new HashMap<>();
        if (!recordIds.isEmpty()) {
            database.query(
                            """
                            select * from fact_record
                            where workspace_id = ? and mapping_id = ? and record_id = any (?)
                            """,
                            row -> new FactState(
                                    row.text("record_id"),
                                    row.uuid("fact_id"),
                                    row.uuid("customer_id"),
                                    row.number("raw_version"),
                                    row.integer("mapping_version"),
                                    row.number("source_version"),
                                    row.bytes("fact_hash"),
                                    row.flag("removed"),
                                    row.flag("gone")),
                            WorkspaceContext.current(),
                            mappingId,
                            recordIds)
                    .forEach(state -> states.put(state.recordId(), state));
        }
        return states;
    }

    @Override
    public Set<UUID> findToldByOthers(UUID mappingId, Collection<UUID> factIds) {
        if (factIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(database.query(
                """
                select f.fact_id from fact_record f
                where f.workspace_id = ? and f.fact_id = any (?) and f.mapping_id <> ? and not f.removed
                  and (
                    select m.dataset from table_mapping m where m.workspace_id = f.workspace_id and m.id = f.mapping_id
                  ) = (select m.dataset from table_mapping m where m.workspace_id = f.workspace_id and m.id = ?)
                """, row -> row.uuid("fact_id"), WorkspaceContext.current(), factIds, mappingId, mappingId));
    }

    @Override
    public void save(UUID mappingId, List<FactState> states) {
        if (states.isEmpty()) {
            return;
        }
        database.update(
                """
                insert into fact_record (workspace_id, mapping_id, record_id, fact_id, customer_id, raw_version,
                  mapping_version, source_version, fact_hash, removed, gone)
                select ?, ?, n.* from unnest(?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::integer[], ?::bigint[],
                  ?::bytea[], ?::boolean[], ?::boolean[]) as n
                on conflict (workspace_id, mapping_id, record_id) do update set fact_id = excluded.fact_id,
                  customer_id = excluded.customer_id, raw_version = excluded.raw_version,
                  mapping_version = excluded.mapping_version, source_version = excluded.source_version,
                  fact_hash = excluded.fact_hash, removed = excluded.removed,
                  gone = excluded.gone
                """,
                WorkspaceContext.current(),
                mappingId,
                states.stream().map(FactState::recordId).toList(),
                states.stream().map(FactState::factId).toList(),
                states.stream().map(FactState::customerId).toList(),
                states.stream().map(FactState::rawVersion).toList(),
                states.stream().map(FactState::mappingVersion).toList(),
                states.stream().map(FactState::sourceVersion).toList(),
                states.stream().map(FactState::factHash).toList(),
                states.stream().map(FactState::removed).toList(),
                states.stream().map(FactState::gone).toList());
    }

    @Override
    public List<Long> nextVersions(int count) {
        return count == 0
                ? List.of()
                : database.query(
                        "select nextval('source_version') as version from generate_series(1, ?)",
                        row -> row.number("version"),
                        count);
    }
}
