package dev.minori.scoring.segment.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.kit.json.EventJson;
import dev.minori.scoring.segment.ActiveSegment;
import dev.minori.scoring.segment.Segment;
import dev.minori.scoring.segment.SegmentStore;
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

/** Segments as documents in two tables. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcSegmentStore implements SegmentStore {
    private static final String HEAD =
            "SELECT segment_id, segment_key, active_version, version FROM segment WHERE workspace_id = ?";
    private static final String VERSION =
            "SELECT segment_id, number, state, document, changed_by, changed_at, published_at FROM segment_version"
                    + " WHERE workspace_id = ? AND segment_id = ?";

    private final DataSource database;

    JdbcSegmentStore(DataSource database) {
        this.database = database;
    }

    @Override
    public List<ActiveSegment> active(UUID workspaceId) {
        return read(
                "SELECT v.segment_id, v.number, v.document FROM segment s JOIN segment_version v"
                        + " ON v.workspace_id = s.workspace_id AND v.segment_id = s.segment_id"
                        + " AND v.number = s.active_version WHERE s.workspace_id = ? ORDER BY s.segment_key",
                row -> new ActiveSegment(row.getObject(1, UUID.class), row.getInt(2), document(row.getString(3))),
                workspaceId);
    }

    @Override
    public List<SegmentHead> list(UUID workspaceId) {
        return read(HEAD + " ORDER BY segment_key", JdbcSegmentStore::head, workspaceId);
    }

    @Override
    public Optional<SegmentHead> find(UUID workspaceId, UUID segmentId) {
        return read(HEAD + " AND segment_id = ?", JdbcSegmentStore::head, workspaceId, segmentId).stream()
                .findFirst();
    }

    @Override
    public Optional<SegmentHead> findByKey(UUID workspaceId, String key) {
        return read(HEAD + " AND segment_key = ?", JdbcSegmentStore::head, workspaceId, key).stream()
                .findFirst();
    }

    @Override
    public List<SegmentVersion> versions(UUID workspaceId, UUID segmentId) {
        return read(VERSION + " ORDER BY number DESC", JdbcSegmentStore::version, workspaceId, segmentId);
    }

    @Override
    public void add(UUID workspaceId, UUID segmentId, Segment segment, Instant at) {
        write(
                "INSERT INTO segment (workspace_id, segment_id, segment_key, version, changed_at)"
                        + " VALUES (?, ?, ?, 1, ?)",
                workspaceId,
                segmentId,
                segment.key(),
                utc(at));
    }

    @Override
    public void saveDraft(UUID workspaceId, UUID segmentId, int number, Segment segment, String by, Instant at) {
        int written = write(
                "INSERT INTO segment_version AS v (workspace_id, segment_id, number, state, document, changed_by,"
                        + " changed_at) VALUES (?, ?, ?, 'DRAFT', ?, ?, ?)"
                        + " ON CONFLICT (workspace_id, segment_id, number) DO UPDATE SET document = excluded.document,"
                        + " changed_by = excluded.changed_by, changed_at = excluded.changed_at WHERE v.state = 'DRAFT'",
                workspaceId,
                segmentId,
                number,
                text(segment),
                by,
                utc(at));
        if (written != 1) {
            throw new IllegalStateException("a published version never changes");
        }
        write(
                "UPDATE segment SET version = version + 1, changed_at = ? WHERE workspace_id = ? AND segment_id = ?",
                utc(at),
                workspaceId,
                segmentId);
    }

    @Override
    public void publish(UUID workspaceId, UUID segmentId, int number, Instant at) {
        write(
                "UPDATE segment_version SET state = 'PUBLISHED', published_at = ?"
                        + " WHERE workspace_id = ? AND segment_id = ? AND number = ? AND state = 'DRAFT'",
                utc(at),
                workspaceId,
                segmentId,
                number);
        write(
                "UPDATE segment SET active_version = ?, version = version + 1, changed_at = ?"
                        + " WHERE workspace_id = ? AND segment_id = ?",
                number,
                utc(at),
                workspaceId,
                segmentId);
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
            throw new IllegalStateException("segments could not be read", e);
        }
    }

    private int write(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a segment could not be written", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static SegmentHead head(ResultSet row) throws SQLException {
        return new SegmentHead(
                row.getObject(1, UUID.class), row.getString(2), row.getObject(3, Integer.class), row.getLong(4));
    }

    private static SegmentVersion version(ResultSet row) throws SQLException {
        OffsetDateTime publishedAt = row.getObject(7, OffsetDateTime.class);
        return new SegmentVersion(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3).equals("PUBLISHED"),
                document(row.getString(4)),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                publishedAt == null ? null : publishedAt.toInstant());
    }

    private static Segment document(String text) {
        try {
            return EventJson.mapper().readValue(text, Segment.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept segment cannot be read", e);
        }
    }

    private static String text(Segment segment) {
        try {
            return EventJson.mapper().writeValueAsString(segment);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a segment cannot be written", e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
