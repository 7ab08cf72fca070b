package dev.minori.scoring.health.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.minori.events.HealthBand;
import dev.minori.events.Origin;
import dev.minori.kit.json.EventJson;
import dev.minori.scoring.health.BandMemory;
import dev.minori.scoring.health.CurrentHealth;
import dev.minori.scoring.health.Explanation;
import dev.minori.scoring.health.HealthStore;
import dev.minori.scoring.health.MeasureMemory;
import dev.minori.scoring.health.NewScore;
import dev.minori.scoring.health.StoredScore;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Scores by JDBC batches. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcHealthStore implements HealthStore {
    private static final TypeReference<Map<String, MeasureMemory>> MEASURES = new TypeReference<>() {};
    private static final String SCORE = """
            SELECT customer_id, score_id, points, band, previous_points, previous_band, coverage, oldest_input_at, origin,
              scorecard_id, scorecard_version, calculated_at, known_from, explanation::text
            FROM health_score WHERE workspace_id = ? AND customer_id = ?
            """;

    private final DataSource database;

    JdbcHealthStore(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<UUID, CurrentHealth> current(UUID workspaceId, Collection<UUID> customerIds) {
        String sql = """
                SELECT customer_id, score_id, points, band, coverage, previous_points, previous_band, last_known_band,
                  band_changed_at, band_fell_at, band_fell_from, reason_ja, reason_en, measure_values::text,
                  scorecard_id, scorecard_version, calculated_at, evaluated_at
                FROM health_current WHERE workspace_id = ? AND customer_id = ANY (?)
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, workspaceId);
            statement.setArray(2, connection.createArrayOf("uuid", customerIds.toArray()));
            Map<UUID, CurrentHealth> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    CurrentHealth health = current(row);
                    found.put(health.customerId(), health);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("health could not be read", e);
        }
    }

    @Override
    public void save(UUID workspaceId, List<NewScore> scores) {
        String current = """
                INSERT INTO health_current (workspace_id, customer_id, score_id, points, band, coverage, previous_points,
                  previous_band, last_known_band, band_changed_at, band_fell_at, band_fell_from, reason_ja, reason_en,
                  measure_values, scorecard_id, scorecard_version, calculated_at, evaluated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                ON CONFLICT (workspace_id, customer_id) DO UPDATE SET score_id = excluded.score_id,
                  points = excluded.points, band = excluded.band, coverage = excluded.coverage,
                  previous_points = excluded.previous_points, previous_band = excluded.previous_band,
                  last_known_band = excluded.last_known_band, band_changed_at = excluded.band_changed_at,
                  band_fell_at = excluded.band_fell_at, band_fell_from = excluded.band_fell_from,
                  reason_ja = excluded.reason_ja, reason_en = excluded.reason_en,
                  measure_values = excluded.measure_values, scorecard_id = excluded.scorecard_id,
                  scorecard_version = excluded.scorecard_version, calculated_at = excluded.calculated_at,
                  evaluated_at = excluded.evaluated_at
                """;
        String history = """
                INSERT INTO health_score (workspace_id, customer_id, score_id, points, band, previous_points, previous_band,
                  coverage, oldest_input_at, origin, scorecard_id, scorecard_version, calculated_at, explanation, known_from)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, clock_timestamp())
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement newest = connection.prepareStatement(current);
                PreparedStatement kept = connection.prepareStatement(history)) {
            for (NewScore score : scores) {
                bindCurrent(newest, workspaceId, score.health());
                newest.addBatch();
                bindScore(kept, workspaceId, score);
                kept.addBatch();
            }
            newest.executeBatch();
            kept.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("scores could not be saved", e);
        }
    }

    @Override
    public void confirm(UUID workspaceId, Collection<UUID> customerIds, Instant at) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "UPDATE health_current SET evaluated_at = ? WHERE workspace_id = ? AND customer_id = ANY (?)")) {
            statement.setObject(1, utc(at));
            statement.setObject(2, workspaceId);
            statement.setArray(3, connection.createArrayOf("uuid", customerIds.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("scores could not be confirmed", e);
        }
    }

    @Override
    public Optional<StoredScore> explained(UUID workspaceId, UUID customerId, Instant knownAt) {
        return scores(
                        SCORE + " AND known_from <= ? ORDER BY known_from DESC LIMIT ?",
                        workspaceId,
                        customerId,
                        utc(knownAt),
                        1)
                .stream()
                .findFirst();
    }

    @Override
    public List<StoredScore> list(UUID workspaceId, UUID customerId, Instant before, int limit) {
        return scores(
                SCORE + " AND known_from < ? ORDER BY known_from DESC LIMIT ?",
                workspaceId,
                customerId,
                utc(before),
                limit);
    }

    private List<StoredScore> scores(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<StoredScore> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(stored(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("scores could not be read", e);
        }
    }

    private static void bindCurrent(PreparedStatement to, UUID workspaceId, CurrentHealth health) throws SQLException {
        BandMemory memory = health.memory();
        Object[] values = {
            workspaceId,
            health.customerId(),
            health.scoreId(),
            health.points(),
            health.band().name(),
            health.coverage(),
            health.previousPoints(),
            name(health.previousBand()),
            name(memory.lastKnown()),
            utc(memory.changedAt()),
            utc(memory.fellAt()),
            name(memory.fellFrom()),
            health.reasonJa(),
            health.reasonEn(),
            json(health.measures()),
            health.scorecardId(),
            health.scorecardVersion(),
            utc(health.calculatedAt()),
            utc(health.evaluatedAt())
        };
        bind(to, values);
    }

    private static void bindScore(PreparedStatement to, UUID workspaceId, NewScore score) throws SQLException {
        CurrentHealth health = score.health();
        Object[] values = {
            workspaceId,
            health.customerId(),
            health.scoreId(),
            health.points(),
            health.band().name(),
            health.previousPoints(),
            name(health.previousBand()),
            health.coverage(),
            utc(score.oldestInput()),
            score.origin().name(),
            health.scorecardId(),
            health.scorecardVersion(),
            utc(health.calculatedAt()),
            json(score.explanation())
        };
        bind(to, values);
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static CurrentHealth current(ResultSet row) throws SQLException {
        return new CurrentHealth(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, Double.class),
                HealthBand.valueOf(row.getString(4)),
                row.getDouble(5),
                row.getObject(6, Double.class),
                band(row.getString(7)),
                new BandMemory(band(row.getString(8)), instant(row, 9), instant(row, 10), band(row.getString(11))),
                row.getString(12),
                row.getString(13),
                measures(row.getString(14)),
                row.getObject(15, UUID.class),
                row.getInt(16),
                Objects.requireNonNull(instant(row, 17)),
                Objects.requireNonNull(instant(row, 18)));
    }

    private static StoredScore stored(ResultSet row) throws SQLException {
        return new StoredScore(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, Double.class),
                HealthBand.valueOf(row.getString(4)),
                row.getObject(5, Double.class),
                band(row.getString(6)),
                row.getDouble(7),
                instant(row, 8),
                Origin.valueOf(row.getString(9)),
                row.getObject(10, UUID.class),
                row.getInt(11),
                Objects.requireNonNull(instant(row, 12)),
                Objects.requireNonNull(instant(row, 13)),
                explanation(row.getString(14)));
    }

    private static Map<String, MeasureMemory> measures(String json) {
        try {
            return EventJson.mapper().readValue(json, MEASURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept measures cannot be read", e);
        }
    }

    private static Explanation explanation(String json) {
        try {
            return EventJson.mapper().readValue(json, Explanation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept explanation cannot be read", e);
        }
    }

    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be kept as JSON: " + value.getClass(), e);
        }
    }

    private static @Nullable HealthBand band(@Nullable String name) {
        return name == null ? null : HealthBand.valueOf(name);
    }

    private static @Nullable String name(@Nullable HealthBand band) {
        return band == null ? null : band.name();
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
