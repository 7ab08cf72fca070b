package dev.minori.scoring.scorecard.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.kit.json.EventJson;
import dev.minori.scoring.scorecard.ActiveScorecard;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.ScorecardStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Scorecards as documents in two tables. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcScorecardStore implements ScorecardStore {
    private static final String HEAD =
            "SELECT scorecard_id, scorecard_key, rank, active_version, version FROM scorecard WHERE workspace_id = ?";
    private static final String VERSION =
            "SELECT scorecard_id, number, state, document, changed_by, changed_at, published_at FROM scorecard_version"
                    + " WHERE workspace_id = ? AND scorecard_id = ?";

    private final DataSource database;

    JdbcScorecardStore(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<ActiveScorecard> active(UUID workspaceId) {
        return read(
                        "SELECT v.scorecard_id, v.number, v.document FROM scorecard s JOIN scorecard_version v"
                                + " ON v.workspace_id = s.workspace_id AND v.scorecard_id = s.scorecard_id"
                                + " AND v.number = s.active_version WHERE s.workspace_id = ?"
                                + " ORDER BY s.rank, s.scorecard_key LIMIT 1",
                        row -> new ActiveScorecard(
                                row.getObject(1, UUID.class), row.getInt(2), document(row.getString(3))),
                        workspaceId)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<ScorecardVersion> version(UUID workspaceId, UUID scorecardId, int number) {
        return read(VERSION + " AND number = ?", JdbcScorecardStore::version, workspaceId, scorecardId, number).stream()
                .findFirst();
    }

    @Override
    public List<ScorecardHead> list(UUID workspaceId) {
        return read(HEAD + " ORDER BY rank, scorecard_key", JdbcScorecardStore::head, workspaceId);
    }

    @Override
    public Optional<ScorecardHead> find(UUID workspaceId, UUID scorecardId) {
        return read(HEAD + " AND scorecard_id = ?", JdbcScorecardStore::head, workspaceId, scorecardId).stream()
                .findFirst();
    }

    @Override
    public Optional<ScorecardHead> findByKey(UUID workspaceId, String key) {
        return read(HEAD + " AND scorecard_key = ?", JdbcScorecardStore::head, workspaceId, key).stream()
                .findFirst();
    }

    @Override
    public List<ScorecardVersion> versions(UUID workspaceId, UUID scorecardId) {
        return read(VERSION + " ORDER BY number DESC", JdbcScorecardStore::version, workspaceId, scorecardId);
    }

    @Override
    public void add(UUID workspaceId, UUID scorecardId, Scorecard card, Instant at) {
        write(
                "INSERT INTO scorecard (workspace_id, scorecard_id, scorecard_key, rank, version, changed_at)"
                        + " VALUES (?, ?, ?, ?, 1, ?)",
                workspaceId,
                scorecardId,
                card.key(),
                card.rank(),
                utc(at));
    }

    @Override
    public void saveDraft(UUID workspaceId, UUID scorecardId, int number, Scorecard card, String by, Instant at) {
        int written = write(
                "INSERT INTO scorecard_version AS v (workspace_id, scorecard_id, number, state, document, changed_by,"
                        + " changed_at) VALUES (?, ?, ?, 'DRAFT', ?, ?, ?)"
                        + " ON CONFLICT (workspace_id, scorecard_id, number) DO UPDATE SET document = excluded.document,"
                        + " changed_by = excluded.changed_by, changed_at = excluded.changed_at WHERE v.state = 'DRAFT'",
                workspaceId,
                scorecardId,
                number,
                text(card),
                by,
                utc(at));
        if (written != 1) {
            throw new IllegalStateException("a published version never changes");
        }
        write(
                "UPDATE scorecard SET version = version + 1, changed_at = ? WHERE workspace_id = ? AND scorecard_id = ?",
                utc(at),
                workspaceId,
                scorecardId);
    }

    @Override
    public void publish(UUID workspaceId, UUID scorecardId, int number, Scorecard card, Instant at) {
        write(
                "UPDATE scorecard_version SET state = 'PUBLISHED', published_at = ?"
                        + " WHERE workspace_id = ? AND scorecard_id = ? AND number = ? AND state = 'DRAFT'",
                utc(at),
                workspaceId,
                scorecardId,
                number);
        write(
                "UPDATE scorecard SET active_version = ?, rank = ?, version = version + 1, changed_at = ?"
                        + " WHERE workspace_id = ? AND scorecard_id = ?",
                number,
                card.rank(),
                utc(at),
                workspaceId,
                scorecardId);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("scorecards could not be read", e);
        }
    }

    private int write(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a scorecard could not be written", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static ScorecardHead head(ResultSet row) throws SQLException {
        return new ScorecardHead(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, Integer.class),
                row.getLong(5));
    }

    private static ScorecardVersion version(ResultSet row) throws SQLException {
        OffsetDateTime publishedAt = row.getObject(7, OffsetDateTime.class);
        return new ScorecardVersion(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3).equals("PUBLISHED"),
                document(row.getString(4)),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                publishedAt == null ? null : publishedAt.toInstant());
    }

    private static Scorecard document(String text) {
        try {
            return EventJson.mapper().readValue(text, Scorecard.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept scorecard cannot be read", e);
        }
    }

    private static String text(Scorecard card) {
        try {
            return EventJson.mapper().writeValueAsString(card);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scorecard cannot be written", e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
