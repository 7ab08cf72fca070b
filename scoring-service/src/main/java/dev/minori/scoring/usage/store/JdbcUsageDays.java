package dev.minori.scoring.usage.store;

import dev.minori.scoring.usage.UsageDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Adds up current usage facts by day. */
@ApplicationScoped
class JdbcUsageDays implements UsageDays {
    private final DataSource database;

    JdbcUsageDays(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Day> list(UUID workspaceId, UUID customerId, LocalDate from, LocalDate to) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT day, sum(active_users)::bigint, sum(logins)::bigint, sum(actions)::bigint
                        FROM usage_current
                        WHERE workspace_id = ? AND customer_id = ? AND NOT removed AND day BETWEEN ? AND ?
                        GROUP BY day ORDER BY day
                        """)) {
            statement.setObject(1, workspaceId);
            statement.setObject(2, customerId);
            statement.setObject(3, from);
            statement.setObject(4, to);
            List<Day> days = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    days.add(new Day(
                            row.getObject(1, LocalDate.class),
                            row.getObject(2, Long.class),
                            row.getObject(3, Long.class),
                            row.getObject(4, Long.class)));
                }
            }
            return days;
        } catch (SQLException e) {
            throw new IllegalStateException("usage could not be read", e);
        }
    }
}
