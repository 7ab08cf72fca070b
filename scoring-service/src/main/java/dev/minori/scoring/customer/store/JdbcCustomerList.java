package dev.minori.scoring.customer.store;

import dev.minori.events.HealthBand;
import dev.minori.scoring.customer.CustomerList;
import dev.minori.scoring.customer.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads profiles beside their health; who may see what is part of the statement. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcCustomerList implements CustomerList {
    private static final String SELECT = """
            SELECT p.customer_id, p.name, p.name_kana, p.customer_code, p.industry, p.employees, p.website, p.phase,
              p.touch_model, p.owner_member_id, p.mrr::text, p.removed, p.changed_at, h.band, h.points, h.coverage,
              h.calculated_at
            FROM customer_profile p
            LEFT JOIN health_current h ON h.workspace_id = p.workspace_id AND h.customer_id = p.customer_id
            WHERE p.workspace_id = ?
            """;

    private final DataSource database;
    private final NameSearch names;

    JdbcCustomerList(DataSource database, NameSearch names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public List<Item> list(
            UUID workspaceId, Filter filter, Visibility visibility, @Nullable Position after, int limit) {
        Statement statement = new Statement(workspaceId);
        statement.and("NOT p.removed");
        statement.restrict(visibility);
        if (filter.band() != null) {
            statement.and("h.band = ?", filter.band().name());
        }
        if (filter.ownerMemberId() != null) {
            statement.and("p.owner_member_id = ?", filter.ownerMemberId());
        }
        if (filter.phase() != null) {
            statement.and("p.phase = ?", filter.phase());
        }
        if (filter.text() != null) {
            names.find(filter.text()).forEach(condition -> statement.and(condition.sql(), condition.values()));
        }
        if (after != null) {
            statement.and("(p.name, p.customer_id) > (?, ?)", after.name(), after.customerId());
        }
        return statement.read(" ORDER BY p.name, p.customer_id LIMIT " + limit);
    }

    @Override
    public Optional<Item> find(UUID workspaceId, UUID customerId, Visibility visibility) {
        Statement statement = new Statement(workspaceId);
        statement.and("p.customer_id = ?", customerId);
        statement.restrict(visibility);
        return statement.read("").stream().findFirst();
    }

    /** A statement that grows by conditions. */
    private final class Statement {
        private final StringBuilder sql = new StringBuilder(SELECT);
        private final List<Object> values = new ArrayList<>();

        Statement(UUID workspaceId) {
            values.add(workspaceId);
        }

        void and(String condition, Object... bound) {
            sql.append(" AND ").append(condition);
            values.addAll(List.of(bound));
        }

        void restrict(Visibility visibility) {
            switch (visibility) {
                case Visibility.Everything() -> {}
                case Visibility.OwnedBy(List<UUID> memberIds) ->
                    and("p.owner_member_id = ANY (?)", (Object) memberIds.toArray(UUID[]::new));
            }
        }

        List<Item> read(String end) {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql + end)) {
                for (int i = 0; i < values.size(); i++) {
                    Object value = values.get(i);
                    statement.setObject(
                            i + 1, value instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : value);
                }
                List<Item> items = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        items.add(item(row));
                    }
                }
                return items;
            } catch (SQLException e) {
                throw new IllegalStateException("customers could not be read", e);
            }
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        String band = row.getString(14);
        OffsetDateTime calculatedAt = row.getObject(17, OffsetDateTime.class);
        Instant calculated = calculatedAt == null ? null : calculatedAt.toInstant();
        return new Item(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Long.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, UUID.class),
                MoneyJson.read(row.getString(11)),
                row.getBoolean(12),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                band == null ? null : HealthBand.valueOf(band),
                row.getObject(15, Double.class),
                row.getObject(16, Double.class),
                calculated);
    }
}
