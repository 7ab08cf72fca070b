package dev.minori.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL in the current transaction; without one every call fails. Parameters: UUID, String, numbers, Boolean,
 * Instant, java.time's local types, byte[], and arrays or collections of UUID, String, Long, Integer, Boolean, byte[]
 * and Instant.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Database {
    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work with the connection of the current transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** All rows. */
    public <T> List<T> query(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
        return with(connection -> query(connection, sql, mapper, parameters));
    }

    /** The first row, if there is one. */
    public <T> Optional<T> one(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
        return query(sql, mapper, parameters).stream().findFirst();
    }

    /** Number of rows changed. */
    public int update(String sql, @Nullable Object... parameters) {
        return with(connection -> update(connection, sql, parameters));
    }

    /** Waits until no other transaction holds this name, then holds it to the end of the current one. */
    public void lock(String name) {
        one("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null as held", row -> row.flag("held"), name);
    }

    /** Does something with the transaction's own connection, for example COPY. */
    public <T> T with(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException failed) {
            throw new StoreFailure(failed);
        }
    }

    /** {@link #query(String, Function, Object...)} on a given connection. */
    public static <T> List<T> query(
            Connection connection, String sql, Function<Row, T> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(mapper.apply(row));
                }
                return found;
            }
        }
    }

    /** {@link #update(String, Object...)} on a given connection. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            int at = i + 1;
            switch (value) {
                case null -> statement.setNull(at, Types.NULL);
                case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
                case byte[] bytes -> statement.setBytes(at, bytes);
                // Nothing tells the type of no elements: the server takes it from the statement.
                case Collection<?> list when list.isEmpty() -> statement.setObject(at, "{}", Types.OTHER);
                case Object[] array when array.length == 0 -> statement.setObject(at, "{}", Types.OTHER);
                case Collection<?> list -> statement.setArray(at, array(statement.getConnection(), list.toArray()));
                case Object[] array -> statement.setArray(at, array(statement.getConnection(), array));
                default -> statement.setObject(at, value);
            }
        }
    }

    private static Array array(Connection connection, Object[] values) throws SQLException {
        String type = "text";
        @Nullable Object[] elements = values.clone();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                continue;
            }
            type = typeOf(value);
            elements[i] = value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
        }
        if (type.equals("bytea")) {
            // The driver refuses arrays of bytes inside an array of objects.
            byte[][] bytes = new byte[values.length][];
            for (int i = 0; i < values.length; i++) {
                bytes[i] = (byte[]) values[i];
            }
            return connection.createArrayOf(type, bytes);
        }
        return connection.createArrayOf(type, elements);
    }

    private static String typeOf(Object value) {
        return switch (value) {
            case UUID _ -> "uuid";
            case Long _ -> "int8";
            case Integer _ -> "int4";
            case Boolean _ -> "bool";
            case byte[] _ -> "bytea";
            case Instant _, OffsetDateTime _ -> "timestamptz";
            default -> "text";
        };
    }
}
