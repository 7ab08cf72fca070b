package dev.minori.kit.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result. Methods named {@code find…} give null for SQL null, the others fail on it. */
public record Row(ResultSet columns) {

    public UUID uuid(String column) throws SQLException {
        return required(findUuid(column), column);
    }

    public @Nullable UUID findUuid(String column) throws SQLException {
        return columns.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return required(findText(column), column);
    }

    public @Nullable String findText(String column) throws SQLException {
        return columns.getString(column);
    }

    public Instant instant(String column) throws SQLException {
        return required(findInstant(column), column);
    }

    public @Nullable Instant findInstant(String column) throws SQLException {
        OffsetDateTime value = columns.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public @Nullable LocalTime findTime(String column) throws SQLException {
        return columns.getObject(column, LocalTime.class);
    }

    public LocalDate day(String column) throws SQLException {
        return required(findDay(column), column);
    }

    public @Nullable LocalDate findDay(String column) throws SQLException {
        return columns.getObject(column, LocalDate.class);
    }

    public @Nullable Double findDecimal(String column) throws SQLException {
        return columns.getObject(column, Double.class);
    }

    public int integer(String column) throws SQLException {
        return columns.getInt(column);
    }

    public @Nullable Integer findInteger(String column) throws SQLException {
        return columns.getObject(column, Integer.class);
    }

    public long number(String column) throws SQLException {
        return columns.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return required(columns.getBytes(column), column);
    }

    public List<UUID> uuids(String column) throws SQLException {
        Array array = required(columns.getArray(column), column);
        return Arrays.asList((UUID[]) array.getArray());
    }

    public List<String> texts(String column) throws SQLException {
        Array array = required(columns.getArray(column), column);
        return Arrays.asList((String[]) array.getArray());
    }

    private static <T> T required(@Nullable T value, String column) {
        return Objects.requireNonNull(value, () -> "column " + column + " is null");
    }
}
