package dev.minori.scoring.usage.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.scoring.usage.UsageDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Adds up usage facts by day. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcUsageDays implements UsageDays {
    private static final String SUMS = """
            SELECT day, sum(active_users)::bigint AS active_users, sum(logins)::bigint AS logins,
              sum(actions)::bigint AS actions
            """;

    private final Database database;

    JdbcUsageDays(Database database) {
        this.database = database;
    }

    @Override
    public List<Day> list(UUID workspaceId, UUID customerId, LocalDate from, LocalDate to) {
        return database.query(
                SUMS
                        + " FROM usage_current WHERE workspace_id = ? AND customer_id = ? AND NOT removed"
                        + " AND day BETWEEN ? AND ? GROUP BY day ORDER BY day",
                JdbcUsageDays::day,
                workspaceId,
                customerId,
                from,
                to);
    }

    @Override
    public List<Day> listKnownAt(UUID workspaceId, UUID customerId, LocalDate from, LocalDate to, Instant knownAt) {
        return database.query(
                SUMS + """
                        FROM (
                          SELECT DISTINCT ON (v.fact_id) v.* FROM (
                            SELECT fact_id, source_version, known_from, removed, day, active_users, logins, actions
                            FROM usage_current WHERE workspace_id = ? AND customer_id = ?
                            UNION ALL
                            SELECT fact_id, source_version, known_from, removed, day, active_users, logins, actions
                            FROM usage_history WHERE workspace_id = ? AND customer_id = ?
                          ) v WHERE v.known_from <= ? ORDER BY v.fact_id, v.source_version DESC
                        ) known WHERE NOT removed AND day BETWEEN ? AND ? GROUP BY day ORDER BY day
                        """, JdbcUsageDays::day, workspaceId, customerId, workspaceId, customerId, knownAt, from, to);
    }

    private static Day day(Row row) {
        return new Day(
                Objects.requireNonNull(row.findDay("day")),
                row.findNumber("active_users"),
                row.findNumber("logins"),
                row.findNumber("actions"));
    }
}
