package dev.minori.kit.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result. Methods named {@code find…} give null for SQL null; of the others, those that give objects fail on it. */
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws SQLException;
    }

    public UUID uuid(String column) {
        return Objects.requireNonNull(findUuid(column), column);
    }

    public @Nullable UUID findUuid(String column) {
        return read(() -> rows.getObject(column, UUID.class));
    }

    public String text(String column) {
        return Objects.requireNonNull(findText(column), column);
    }

    public @Nullable String findText(String column) {
        return read(() -> rows.getString(column));
    }

    public long number(String column) {
        return read(() -> rows.getLong(column));
    }

    public @Nullable Long findNumber(String column) {
        return read(() -> {
            long value = rows.getLong(column);
            return rows.wasNull() ? null : value;
        });
    }

    public int integer(String column) {
        return read(() -> rows.getInt(column));
    }

    public @Nullable Integer findInteger(String column) {
        return read(() -> {
            int value = rows.getInt(column);
            return rows.wasNull() ? null : value;
        });
    }

    public @Nullable Double findDecimal(String column) {
        return read(() -> rows.getObject(column, Double.class));
    }

    public boolean flag(String column) {
        return read(() -> rows.getBoolean(column));
    }

    public @Nullable Boolean findFlag(String column) {
        return read(() -> rows.getObject(column, Boolean.class));
    }

    public byte[] bytes(String column) {
        return Objects.requireNonNull(findBytes(column), column);
    }

    public byte @Nullable [] findBytes(String column) {
        return read(() -> rows.getBytes(column));
    }

    public Instant instant(String column) {
        return Objects.requireNonNull(findInstant(column), column);
    }

    public @Nullable Instant findInstant(String column) {
        return read(() -> {
            OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        });
    }

    public LocalDate day(String column) {
        return Objects.requireNonNull(findDay(column), column);
    }

    public @Nullable LocalDate findDay(String column) {
        return read(() -> rows.getObject(column, LocalDate.class));
    }

    public @Nullable LocalTime findTime(String column) {
        return read(() -> rows.getObject(column, LocalTime.class));
    }

    public List<UUID> uuids(String column) {
        return List.of((UUID[]) array(column));
    }

    public List<String> texts(String column) {
        return List.of((String[]) array(column));
    }

    private Object array(String column) {
        return read(() -> Objects.requireNonNull(rows.getArray(column), column).getArray());
    }

    private static <T extends @Nullable Object> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException failed) {
            throw new StoreFailure(failed);
        }
    }
}
