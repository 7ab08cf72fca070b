package dev.minori.scoring.history.store;

import dev.minori.events.Origin;
import dev.minori.scoring.history.ChangedCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The list as a table. A customer being computed is locked by its row, so its next change waits for that and is then
 * computed on its own. Loaded customers rest a moment, because the rest of their facts is on its way.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcChangedCustomers implements ChangedCustomers {
    private static final String INSERT = """
            INSERT INTO dirty_customer AS d
              (workspace_id, customer_id, origin, priority, first_marked_at, marked_at, causation_id)
            """;

    private final DataSource database;

    JdbcChangedCustomers(DataSource database) {
        this.database = database;
    }

    @Override
    public void mark(
            UUID workspaceId,
            Collection<UUID> customerIds,
            Origin origin,
            Urgency urgency,
            @Nullable UUID causationId) {
        if (customerIds.isEmpty()) {
            return;
        }
        run(
                INSERT + """
                SELECT ?, c.id, ?, ?, clock_timestamp(), clock_timestamp(), ? FROM unnest(?::uuid[]) AS c(id) ORDER BY c.id
                ON CONFLICT (workspace_id, customer_id) DO UPDATE SET
                  origin = CASE WHEN d.origin = 'BACKFILL' THEN d.origin ELSE excluded.origin END,
                  priority = least(d.priority, excluded.priority),
                  marked_at = excluded.marked_at,
                  causation_id = excluded.causation_id
                """,
                workspaceId,
                origin.name(),
                urgency.priority(),
                causationId,
                customerIds.toArray(UUID[]::new));
    }

    @Override
    public void markForTime(UUID workspaceId, Collection<UUID> customerIds) {
        markUnmarked(workspaceId, customerIds, Urgency.TIME);
    }

    @Override
    public void requestSweep(UUID workspaceId, Urgency urgency) {
        run(
                "INSERT INTO sweep (workspace_id, urgency, marked_to) VALUES (?, ?, ?)"
                        + " ON CONFLICT (workspace_id, urgency) DO UPDATE SET marked_to = excluded.marked_to",
                workspaceId,
                urgency.name(),
                new UUID(0, 0));
    }

    @Override
    public int sweepSome(UUID workspaceId, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement next = connection.prepareStatement(
                        "SELECT urgency, marked_to FROM sweep WHERE workspace_id = ? ORDER BY urgency DESC LIMIT 1"
                                + " FOR UPDATE SKIP LOCKED")) {
            next.setObject(1, workspaceId);
            try (ResultSet row = next.executeQuery()) {
                return row.next()
                        ? sweep(
                                connection,
                                workspaceId,
                                Urgency.valueOf(row.getString(1)),
                                row.getObject(2, UUID.class),
                                limit)
                        : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("customers could not be swept", e);
        }
    }

    private int sweep(Connection connection, UUID workspaceId, Urgency urgency, UUID after, int limit)
            throws SQLException {
        List<UUID> customers = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT customer_id FROM customer_profile WHERE workspace_id = ? AND customer_id > ? AND NOT removed"
                        + " ORDER BY customer_id LIMIT ?")) {
            select.setObject(1, workspaceId);
            select.setObject(2, after);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    customers.add(row.getObject(1, UUID.class));
                }
            }
        }
        markUnmarked(workspaceId, customers, urgency);
        if (customers.size() < limit) {
            run("DELETE FROM sweep WHERE workspace_id = ? AND urgency = ?", workspaceId, urgency.name());
        } else {
            run(
                    "UPDATE sweep SET marked_to = ? WHERE workspace_id = ? AND urgency = ?",
                    customers.getLast(),
                    workspaceId,
                    urgency.name());
        }
        return customers.size();
    }

    private void markUnmarked(UUID workspaceId, Collection<UUID> customerIds, Urgency urgency) {
        run(
                INSERT + """
                SELECT ?, p.customer_id, ?, ?, clock_timestamp(), clock_timestamp(), NULL
                FROM customer_profile p WHERE p.workspace_id = ? AND p.customer_id = ANY (?::uuid[]) ORDER BY 2
                ON CONFLICT (workspace_id, customer_id) DO NOTHING
                """,
                workspaceId,
                (urgency == Urgency.LOAD ? Origin.BACKFILL : Origin.LIVE).name(),
                urgency.priority(),
                workspaceId,
                customerIds.toArray(UUID[]::new));
    }

    @Override
    public List<Changed> claim(UUID workspaceId, int limit) {
        // By an array, not by a join: while a load fills the list, statistics still say that it is empty, and a join
        // would
        // read the whole list once for every customer.
        String sql = """
                DELETE FROM dirty_customer d
                WHERE d.workspace_id = ? AND d.customer_id = ANY (ARRAY(
                  SELECT customer_id FROM dirty_customer
                  WHERE workspace_id = ?
                    AND (priority < ? OR marked_at < clock_timestamp() - interval '2 seconds'
                         OR first_marked_at < clock_timestamp() - interval '15 seconds')
                  ORDER BY priority, first_marked_at LIMIT ? FOR UPDATE SKIP LOCKED))
                RETURNING d.customer_id, d.origin, d.causation_id
                """;
        return claimed(sql, workspaceId, workspaceId, Urgency.LOAD.priority(), limit);
    }

    @Override
    public boolean isAnyMarkedOtherwise(UUID workspaceId, Collection<UUID> customerIds, Origin origin) {
        String sql =
                "SELECT EXISTS (SELECT FROM dirty_customer WHERE workspace_id = ? AND customer_id = ANY (?::uuid[])"
                        + " AND origin <> ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, workspaceId, customerIds.toArray(UUID[]::new), origin.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("changed customers could not be looked up", e);
        }
    }

    @Override
    public List<Changed> claimOtherwise(UUID workspaceId, Collection<UUID> customerIds, Origin origin) {
        // One that is being computed is waited for; afterwards its row is gone.
        String sql = """
                DELETE FROM dirty_customer d
                WHERE d.workspace_id = ? AND d.customer_id = ANY (ARRAY(
                  SELECT customer_id FROM dirty_customer
                  WHERE workspace_id = ? AND customer_id = ANY (?::uuid[]) AND origin <> ?
                  ORDER BY customer_id FOR UPDATE))
                RETURNING d.customer_id, d.origin, d.causation_id
                """;
        return claimed(sql, workspaceId, workspaceId, customerIds.toArray(UUID[]::new), origin.name());
    }

    private List<Changed> claimed(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            List<Changed> claimed = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    claimed.add(new Changed(
                            row.getObject(1, UUID.class),
                            Origin.valueOf(row.getString(2)),
                            row.getObject(3, UUID.class)));
                }
            }
            return claimed;
        } catch (SQLException e) {
            throw new IllegalStateException("changed customers could not be claimed", e);
        }
    }

    @Override
    public Optional<UUID> postponeFirst(UUID workspaceId) {
        String sql = """
                UPDATE dirty_customer d SET priority = ?, first_marked_at = clock_timestamp(), marked_at = clock_timestamp()
                FROM (
                  SELECT customer_id FROM dirty_customer WHERE workspace_id = ?
                  ORDER BY priority, first_marked_at LIMIT 1 FOR UPDATE SKIP LOCKED) c
                WHERE d.workspace_id = ? AND d.customer_id = c.customer_id
                RETURNING d.customer_id
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, Urgency.LOAD.priority());
            statement.setObject(2, workspaceId);
            statement.setObject(3, workspaceId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a changed customer could not be postponed", e);
        }
    }

    private int run(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("customers could not be marked", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof UUID[] ids) {
                statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
            } else {
                statement.setObject(i + 1, value, value == null ? Types.OTHER : type(value));
            }
        }
    }

    private static int type(Object value) {
        return switch (value) {
            case String _ -> Types.VARCHAR;
            case Integer _ -> Types.INTEGER;
            default -> Types.OTHER;
        };
    }
}
