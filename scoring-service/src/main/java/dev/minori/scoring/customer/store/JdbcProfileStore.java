package dev.minori.scoring.customer.store;

import dev.minori.scoring.customer.CustomerProfile;
import dev.minori.scoring.customer.ProfileStore;
import dev.minori.scoring.money.MoneyJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Makes profiles with one statement. Where several sources describe a customer, the one known longest speaks; a customer
 * whose last source record is gone keeps its last words and is marked removed.
 */
@ApplicationScoped
class JdbcProfileStore implements ProfileStore {
    private static final String REFRESH = """
            WITH primary_fact AS (
              SELECT DISTINCT ON (c.customer_id) c.*
              FROM customer_current c
              WHERE c.workspace_id = ? AND c.customer_id = ANY (?::uuid[])
              ORDER BY c.customer_id, c.removed, c.valid_from, c.fact_id
            ), sums AS (
              SELECT m.customer_id,
                jsonb_agg(jsonb_build_object('minor', m.minor, 'currency', m.currency) ORDER BY m.currency) AS mrr
              FROM (
                SELECT k.customer_id, k.mrr_currency AS currency, sum(k.mrr_minor) AS minor
                FROM contract_current k
                WHERE k.workspace_id = ? AND k.customer_id = ANY (?::uuid[]) AND NOT k.removed AND k.mrr_minor IS NOT NULL
                  AND k.start_date <= ? AND coalesce(? < k.end_date, true) AND coalesce(? < k.cancelled_on, true)
                GROUP BY k.customer_id, k.mrr_currency) m
              GROUP BY m.customer_id
            )
            INSERT INTO customer_profile AS t (workspace_id, customer_id, fact_id, source_version, valid_from,
              profile_version, removed, name, name_kana, name_english, customer_code, corporate_number, industry,
              employees, website, phase, touch_model, owner_member_id, mrr, changed_at)
            SELECT f.workspace_id, f.customer_id, f.fact_id, f.source_version, f.valid_from, 1, f.removed,
              coalesce(f.name, o.name), CASE WHEN f.removed THEN o.name_kana ELSE f.name_kana END, f.name_english,
              CASE WHEN f.removed THEN o.customer_code ELSE f.customer_code END, f.corporate_number, f.industry,
              f.employees, f.website, f.phase, f.touch_model,
              CASE WHEN f.removed THEN o.owner_member_id ELSE f.owner_member_id END,
              coalesce(s.mrr, '[]'::jsonb), clock_timestamp()
            FROM primary_fact f
            LEFT JOIN sums s ON s.customer_id = f.customer_id
            LEFT JOIN customer_profile o ON o.workspace_id = f.workspace_id AND o.customer_id = f.customer_id
            WHERE coalesce(f.name, o.name) IS NOT NULL
            ORDER BY f.customer_id
            ON CONFLICT (workspace_id, customer_id) DO UPDATE SET
              fact_id = excluded.fact_id, source_version = excluded.source_version, valid_from = excluded.valid_from,
              profile_version = t.profile_version + 1, removed = excluded.removed, name = excluded.name,
              name_kana = excluded.name_kana, name_english = excluded.name_english,
              customer_code = excluded.customer_code, corporate_number = excluded.corporate_number,
              industry = excluded.industry, employees = excluded.employees, website = excluded.website,
              phase = excluded.phase, touch_model = excluded.touch_model,
              owner_member_id = excluded.owner_member_id, mrr = excluded.mrr, changed_at = excluded.changed_at
            WHERE (t.fact_id, t.source_version, t.removed, t.mrr)
              IS DISTINCT FROM (excluded.fact_id, excluded.source_version, excluded.removed, excluded.mrr)
            RETURNING t.customer_id, t.profile_version, t.name, t.name_kana, t.customer_code, t.owner_member_id, t.phase,
              t.touch_model, t.mrr::text, t.removed,
              (old.name, old.name_kana, old.customer_code, old.owner_member_id, old.phase, old.touch_model, old.mrr,
               old.removed)
              IS DISTINCT FROM
              (new.name, new.name_kana, new.customer_code, new.owner_member_id, new.phase, new.touch_model, new.mrr,
               new.removed),
              (old.name, old.name_kana, old.name_english, old.customer_code)
              IS DISTINCT FROM (new.name, new.name_kana, new.name_english, new.customer_code)
            """;

    private static final String LIST = """
            SELECT customer_id, profile_version, name, name_kana, customer_code, owner_member_id, phase, touch_model,
              mrr::text, removed
            FROM customer_profile WHERE workspace_id = ? AND customer_id = ANY (?::uuid[]) ORDER BY customer_id
            """;

    /** Only what differs is written: most refreshes leave every name as it was. */
    private static final String INDEX_NAMES = """
            WITH wanted AS (
              SELECT DISTINCT p.customer_id, substr(p.search_text, i, 2) AS gram
              FROM customer_profile p CROSS JOIN generate_series(1, length(p.search_text) - 1) i
              WHERE p.workspace_id = ? AND p.customer_id = ANY (?::uuid[])
            ), gone AS (
              DELETE FROM customer_gram g WHERE g.workspace_id = ? AND g.customer_id = ANY (?::uuid[])
                AND NOT EXISTS (SELECT FROM wanted w WHERE w.customer_id = g.customer_id AND w.gram = g.gram)
            )
            INSERT INTO customer_gram (workspace_id, gram, customer_id)
            SELECT ?, gram, customer_id FROM wanted ORDER BY gram, customer_id ON CONFLICT DO NOTHING
            """;

    private final DataSource database;

    JdbcProfileStore(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CustomerProfile> refresh(UUID workspaceId, LocalDate today, Collection<UUID> customerIds) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(REFRESH)) {
            var customers = connection.createArrayOf("uuid", customerIds.toArray());
            statement.setObject(1, workspaceId);
            statement.setArray(2, customers);
            statement.setObject(3, workspaceId);
            statement.setArray(4, customers);
            statement.setObject(5, today);
            statement.setObject(6, today);
            statement.setObject(7, today);
            List<CustomerProfile> changed = new ArrayList<>();
            List<UUID> renamed = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(11)) {
                        changed.add(profile(row));
                    }
                    if (row.getBoolean(12)) {
                        renamed.add(row.getObject(1, UUID.class));
                    }
                }
            }
            indexNames(connection, workspaceId, renamed);
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException("profiles could not be refreshed", e);
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CustomerProfile> list(UUID workspaceId, Collection<UUID> customerIds) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setObject(1, workspaceId);
            statement.setArray(2, connection.createArrayOf("uuid", customerIds.toArray()));
            List<CustomerProfile> profiles = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    profiles.add(profile(row));
                }
            }
            return profiles;
        } catch (SQLException e) {
            throw new IllegalStateException("profiles could not be read", e);
        }
    }

    private static void indexNames(Connection connection, UUID workspaceId, List<UUID> customerIds)
            throws SQLException {
        if (customerIds.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INDEX_NAMES)) {
            var customers = connection.createArrayOf("uuid", customerIds.toArray());
            statement.setObject(1, workspaceId);
            statement.setArray(2, customers);
            statement.setObject(3, workspaceId);
            statement.setArray(4, customers);
            statement.setObject(5, workspaceId);
            statement.executeUpdate();
        }
    }

    private static CustomerProfile profile(ResultSet row) throws SQLException {
        return new CustomerProfile(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                MoneyJson.read(row.getString(9)),
                row.getBoolean(10));
    }
}
