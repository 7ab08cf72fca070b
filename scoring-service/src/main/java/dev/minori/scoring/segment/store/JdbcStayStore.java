package dev.minori.scoring.segment.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.minori.events.Origin;
import dev.minori.events.fact.Dataset;
import dev.minori.kit.json.EventJson;
import dev.minori.scoring.segment.Stay;
import dev.minori.scoring.segment.StayStore;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Stays by plain SQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcStayStore implements StayStore {
    private static final TypeReference<Map<String, String>> EVIDENCE = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT membership_id, segment_id, segment_version, segment_key, customer_id, dataset, subject_id, label,
              entered_at, left_at, origin, evidence::text
            FROM segment_membership WHERE workspace_id = ?
            """;

    private final DataSource database;

    JdbcStayStore(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Stay> open(UUID workspaceId, Collection<UUID> customerIds) {
        return read(
                SELECT + " AND left_at IS NULL AND customer_id = ANY (?) ORDER BY membership_id",
                workspaceId,
                customerIds.toArray(UUID[]::new));
    }

    @Override
    public List<Stay> openIn(UUID workspaceId, UUID segmentId) {
        return read(SELECT + " AND left_at IS NULL AND segment_id = ?", workspaceId, segmentId);
    }

    @Override
    public List<Stay> ofCustomer(UUID workspaceId, UUID customerId, Instant before, int limit) {
        return read(
                SELECT + " AND customer_id = ? AND entered_at < ? ORDER BY entered_at DESC, membership_id DESC LIMIT ?",
                workspaceId,
                customerId,
                utc(before),
                limit);
    }

    @Override
    public List<Stay> enteredSilently(UUID workspaceId, UUID segmentId, Instant before, UUID beforeId, int limit) {
        return read(
                SELECT + " AND segment_id = ? AND origin = 'BACKFILL' AND (entered_at, membership_id) < (?, ?)"
                        + " ORDER BY entered_at DESC, membership_id DESC LIMIT ?",
                workspaceId,
                segmentId,
                utc(before),
                beforeId,
                limit);
    }

    @Override
    public List<Stay> members(UUID workspaceId, UUID segmentId, UUID after, int limit) {
        return read(
                SELECT + " AND segment_id = ? AND left_at IS NULL AND membership_id > ? ORDER BY membership_id LIMIT ?",
                workspaceId,
                segmentId,
                after,
                limit);
    }

    @Override
    public void enter(UUID workspaceId, List<Stay> stays) {
        batch("""
                INSERT INTO segment_membership (workspace_id, membership_id, segment_id, segment_version, segment_key,
                  customer_id, dataset, subject_id, label, entered_at, origin, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """, stays, stay -> new Object[] {
            workspaceId,
            stay.id(),
            stay.segmentId(),
            stay.segmentVersion(),
            stay.segmentKey(),
            stay.customerId(),
            stay.dataset().wireName(),
            stay.subjectId(),
            stay.label(),
            utc(stay.enteredAt()),
            stay.origin().name(),
            json(stay.evidence())
        });
    }

    @Override
    public void leave(UUID workspaceId, List<Stay> stays) {
        batch("UPDATE segment_membership SET left_at = ? WHERE workspace_id = ? AND membership_id = ?", stays, stay ->
                new Object[] {utc(stay.leftAt()), workspaceId, stay.id()});
    }

    private interface Values {
        @Nullable
        Object[] of(Stay stay);
    }

    private void batch(String sql, List<Stay> stays, Values values) {
        if (stays.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Stay stay : stays) {
                bind(connection, statement, values.of(stay));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("stays in segments could not be kept", e);
        }
    }

    private List<Stay> read(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            List<Stay> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(stay(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("stays in segments could not be read", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : value);
        }
    }

    private static Stay stay(ResultSet row) throws SQLException {
        OffsetDateTime leftAt = row.getObject(10, OffsetDateTime.class);
        return new Stay(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                Dataset.of(row.getString(6)),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                leftAt == null ? null : leftAt.toInstant(),
                Origin.valueOf(row.getString(11)),
                evidence(row.getString(12)));
    }

    private static Map<String, String> evidence(String json) {
        try {
            return EventJson.mapper().readValue(json, EVIDENCE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept evidence cannot be read", e);
        }
    }

    private static String json(Map<String, String> evidence) {
        try {
            return EventJson.mapper().writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence cannot be kept", e);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
