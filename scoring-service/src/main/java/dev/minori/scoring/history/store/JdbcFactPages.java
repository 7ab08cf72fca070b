package dev.minori.scoring.history.store;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.sql.Database;
import dev.minori.scoring.history.FactPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the current table, or for the past both tables as the one record of versions that they are together. */
@ApplicationScoped
class JdbcFactPages implements FactPages {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Database database;

    JdbcFactPages(Database database) {
        this.database = database;
    }

    /**
     * How a dataset is ordered.
     *
     * @param column never null inside: a stand-in that comes last
     * @param type its SQL type
     */
    private record Order(String column, String type, boolean descending) {
        static Order of(Dataset dataset) {
            return switch (dataset) {
                case CONTACT -> new Order("coalesce(f.name, '\uFFFD')", "text", false);
                case TICKET -> new Order("coalesce(f.opened_at, '-infinity')", "timestamptz", true);
                case SURVEY_RESPONSE -> new Order("coalesce(f.responded_on, '-infinity')", "date", true);
                case MESSAGE -> new Order("coalesce(f.sent_at, '-infinity')", "timestamptz", true);
                case CUSTOMER, CONTRACT, USAGE -> new Order("f.valid_from", "timestamptz", true);
            };
        }

        String after() {
            return "(" + column + ", f.fact_id) " + (descending ? "<" : ">") + " (?::" + type + ", ?)";
        }

        String orderBy() {
            String direction = descending ? " DESC" : "";
            return column + direction + ", f.fact_id" + direction;
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Placed> page(Question question, @Nullable Position after, int limit) {
        Order order = Order.of(question.dataset());
        FactTable table = FactTable.of(question.dataset());
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT f.*, ")
                .append(order.column())
                .append("::text AS place FROM (")
                .append(facts(question, table, values))
                .append(") f WHERE NOT f.removed");
        if (after != null && after.value() != null) {
            sql.append(" AND ").append(order.after());
            values.add(after.value());
            values.add(after.factId());
        }
        sql.append(" ORDER BY ").append(order.orderBy()).append(" LIMIT ").append(limit);
        return database.with(connection -> read(connection, sql.toString(), values, question.dataset(), table));
    }

    private static String facts(Question question, FactTable table, List<Object> values) {
        String columns = String.join(", ", table.allColumns());
        values.add(question.workspaceId());
        values.add(question.customerId());
        if (question.validAt() == null && question.knownAt() == null) {
            return "SELECT " + columns + ", NULL::timestamptz AS known_to FROM " + table.current()
                    + " WHERE workspace_id = ? AND customer_id = ?";
        }
        values.add(question.workspaceId());
        values.add(question.customerId());
        values.add(time(question.knownAt()));
        values.add(time(question.validAt()));
        return """
                SELECT DISTINCT ON (v.fact_id) v.* FROM (
                  SELECT %1$s, NULL::timestamptz AS known_to FROM %2$s WHERE workspace_id = ? AND customer_id = ?
                  UNION ALL
                  SELECT %1$s, known_to FROM %3$s WHERE workspace_id = ? AND customer_id = ?) v
                WHERE v.known_from <= ? AND v.valid_from <= ? ORDER BY v.fact_id, v.source_version DESC
                """.formatted(columns, table.current(), table.history());
    }

    private static Object time(@Nullable Instant asked) {
        return (asked == null ? END_OF_TIME : asked).atOffset(ZoneOffset.UTC);
    }

    private static List<Placed> read(
            Connection connection, String sql, List<Object> values, Dataset dataset, FactTable table)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<Placed> placed = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var fact = JdbcFactSource.version(row, dataset, table);
                    placed.add(new Placed(fact, new Position(row.getString("place"), fact.factId())));
                }
            }
            return placed;
        }
    }
}
