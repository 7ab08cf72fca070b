package dev.minori.scoring.history.store;

import dev.minori.scoring.history.PersonalFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks in current and history tables alike. */
@ApplicationScoped
class JdbcPersonalFacts implements PersonalFacts {
    private static final String FIND = """
            WITH address AS (
              SELECT lower(email) AS text FROM contact_current
              WHERE workspace_id = ? AND fact_id = ? AND email LIKE '%@%'
              UNION
              SELECT lower(email) FROM contact_history WHERE workspace_id = ? AND fact_id = ? AND email LIKE '%@%'
            ), answer AS (
              SELECT workspace_id, customer_id, fact_id, respondent_email FROM survey_response_current
              UNION ALL
              SELECT workspace_id, customer_id, fact_id, respondent_email FROM survey_response_history
            ), mail AS (
              SELECT workspace_id, customer_id, fact_id, from_address, to_address FROM message_current
              UNION ALL
              SELECT workspace_id, customer_id, fact_id, from_address, to_address FROM message_history
            )
            SELECT a.fact_id FROM answer a JOIN address d ON lower(a.respondent_email) = d.text
            WHERE a.workspace_id = ? AND a.customer_id = ?
            UNION
            SELECT m.fact_id FROM mail m JOIN address d
              ON strpos(lower(m.from_address), d.text) > 0 OR strpos(lower(m.to_address), d.text) > 0
            WHERE m.workspace_id = ? AND m.customer_id = ?
            """;

    private final DataSource database;

    JdbcPersonalFacts(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter(UUID workspaceId) {
        lock("SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))", workspaceId);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(UUID workspaceId) {
        lock("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", workspaceId);
    }

    private void lock(String sql, UUID workspaceId) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "facts of people " + workspaceId);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("facts of people could not be locked", e);
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> of(UUID workspaceId, UUID customerId, UUID contactId) {
        Set<UUID> facts = new LinkedHashSet<>();
        facts.add(contactId);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            Object[] values = {
                workspaceId, contactId, workspaceId, contactId, workspaceId, customerId, workspaceId, customerId
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    facts.add(row.getObject(1, UUID.class));
                }
            }
            return facts;
        } catch (SQLException e) {
            throw new IllegalStateException("facts of a contact could not be found", e);
        }
    }
}
