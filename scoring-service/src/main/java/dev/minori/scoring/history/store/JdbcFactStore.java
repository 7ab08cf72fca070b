package dev.minori.scoring.history.store;

import dev.minori.events.CustomerFactEvent.FactsRecorded;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Fact;
import dev.minori.scoring.history.FactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Applies a batch with one statement, fenced by the source version: of two consumers with the same fact the newer wins. */
@ApplicationScoped
class JdbcFactStore implements FactStore {
    private final DataSource database;
    private final Map<Dataset, String> statements = new ConcurrentHashMap<>();

    JdbcFactStore(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> apply(UUID workspaceId, FactsRecorded batch) {
        Collection<Fact> facts = newestOfEach(batch.facts());
        FactTable table = FactTable.of(batch.dataset());
        String sql = statements.computeIfAbsent(batch.dataset(), _ -> statement(table));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = bindArrays(connection, statement, table, facts);
            statement.setObject(++index, workspaceId);
            statement.setObject(++index, batch.source().connectionId());
            statement.setString(++index, batch.source().system());
            statement.setString(++index, batch.source().objectName());
            statement.setObject(++index, batch.source().mappingId());
            statement.setInt(++index, batch.source().mappingVersion());
            Set<UUID> customers = new LinkedHashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    customers.add(row.getObject(1, UUID.class));
                }
            }
            return customers;
        } catch (SQLException e) {
            throw new IllegalStateException("facts could not be applied", e);
        }
    }

    private static Collection<Fact> newestOfEach(List<Fact> facts) {
        Map<UUID, Fact> newest = new LinkedHashMap<>();
        for (Fact fact : facts) {
            newest.merge(
                    fact.factId(),
                    fact,
                    (first, second) -> second.sourceVersion() > first.sourceVersion() ? second : first);
        }
        return newest.values();
    }

    private static int bindArrays(
            Connection connection, PreparedStatement statement, FactTable table, Collection<Fact> facts)
            throws SQLException {
        int index = 0;
        statement.setArray(++index, connection.createArrayOf("uuid", column(facts, Fact::factId)));
        statement.setArray(++index, connection.createArrayOf("uuid", column(facts, Fact::customerId)));
        statement.setArray(++index, connection.createArrayOf("text", column(facts, Fact::sourceRecordId)));
        statement.setArray(++index, connection.createArrayOf("text", column(facts, Fact::sourceUrl)));
        statement.setArray(++index, connection.createArrayOf("bigint", column(facts, Fact::sourceVersion)));
        statement.setArray(++index, connection.createArrayOf("timestamptz", column(facts, Fact::validFrom)));
        statement.setArray(++index, connection.createArrayOf("boolean", column(facts, Fact::removed)));
        for (FactTable.Column column : table.columns()) {
            statement.setArray(
                    ++index,
                    connection.createArrayOf(
                            column.sqlType(),
                            column(
                                    facts,
                                    fact -> fact.values() == null
                                            ? null
                                            : column.value().apply(fact.values()))));
        }
        return index;
    }

    private static @Nullable Object[] column(Collection<Fact> facts, Function<Fact, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        facts.forEach(fact -> values.add(value.apply(fact)));
        return values.toArray();
    }

    /** Rows are locked in the order of their ids, so two batches with the same facts wait for, not on, each other. */
    private static String statement(FactTable table) {
        String arrays = table.columns().stream()
                .map(column -> ", ?::" + column.sqlType() + "[]")
                .collect(Collectors.joining());
        String values =
                table.columns().stream().map(column -> ", " + column.name()).collect(Collectors.joining());
        String columns = String.join(", ", table.allColumns());
        String updates = table.allColumns().stream()
                .filter(column ->
                        !List.of("workspace_id", "fact_id", "known_from").contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        String old = table.allColumns().stream()
                .map(column -> "old." + column + " AS " + column)
                .collect(Collectors.joining(", "));
        return """
                WITH incoming AS (
                  SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::boolean[]%1$s)
                    AS i(fact_id, customer_id, source_record_id, source_url, source_version, valid_from, removed%2$s)
                ), applied AS (
                  INSERT INTO %3$s AS c (workspace_id, connection_id, system, object_name, mapping_id, mapping_version,
                    fact_id, customer_id, source_record_id, source_url, source_version, valid_from, known_from, removed%2$s)
                  SELECT ?, ?, ?, ?, ?, ?, i.fact_id, i.customer_id, i.source_record_id, i.source_url, i.source_version,
                    coalesce(i.valid_from, clock_timestamp()), clock_timestamp(), i.removed%2$s
                  FROM incoming i ORDER BY i.fact_id
                  ON CONFLICT (workspace_id, fact_id) DO UPDATE SET %4$s,
                    known_from = greatest(clock_timestamp(), c.known_from + interval '1 microsecond')
                  WHERE c.source_version < excluded.source_version
                  RETURNING %5$s, new.customer_id AS new_customer_id, new.known_from AS known_to
                ), superseded AS (
                  INSERT INTO %6$s (%7$s, known_to) SELECT %7$s, known_to FROM applied WHERE fact_id IS NOT NULL
                )
                SELECT new_customer_id FROM applied
                UNION SELECT customer_id FROM applied WHERE customer_id IS NOT NULL
                """.formatted(arrays, values, table.current(), updates, old, table.history(), columns);
    }
}
