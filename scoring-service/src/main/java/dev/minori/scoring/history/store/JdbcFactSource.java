package dev.minori.scoring.history.store;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.Money;
import dev.minori.scoring.history.FactSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads current and history tables as the one record of versions that they are together. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcFactSource implements FactSource {
    private final DataSource database;

    JdbcFactSource(DataSource database) {
        this.database = database;
    }

    @Override
    public List<FactVersion> versions(UUID workspaceId, Dataset dataset, Collection<VersionRef> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        FactTable table = FactTable.of(dataset);
        String sql = """
                WITH wanted AS (SELECT * FROM unnest(?::uuid[], ?::bigint[]) AS w(fact_id, source_version))
                SELECT %1$s, NULL::timestamptz AS known_to FROM %2$s t JOIN wanted w USING (fact_id, source_version)
                WHERE t.workspace_id = ?
                UNION ALL
                SELECT %1$s, known_to FROM %3$s t JOIN wanted w USING (fact_id, source_version) WHERE t.workspace_id = ?
                """.formatted(String.join(", ", table.allColumns()), table.current(), table.history());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", wanted.stream().map(VersionRef::factId).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", wanted.stream().map(VersionRef::version).toArray()));
            statement.setObject(3, workspaceId);
            statement.setObject(4, workspaceId);
            return read(statement, dataset, table);
        } catch (SQLException e) {
            throw new IllegalStateException("facts could not be read", e);
        }
    }

    /** Of all versions known by then and valid by then, the one learned last speaks. */
    @Override
    public List<FactVersion> asOf(
            UUID workspaceId, Dataset dataset, UUID customerId, Instant validAt, Instant knownAt, int limit) {
        FactTable table = FactTable.of(dataset);
        String columns =
                table.allColumns().stream().map(column -> "v." + column).collect(Collectors.joining(", "));
        String sql = """
                SELECT * FROM (
                  SELECT DISTINCT ON (v.fact_id) %1$s, v.known_to FROM (
                    SELECT %2$s, NULL::timestamptz AS known_to FROM %3$s WHERE workspace_id = ? AND customer_id = ?
                    UNION ALL
                    SELECT %2$s, known_to FROM %4$s WHERE workspace_id = ? AND customer_id = ?
                  ) v
                  WHERE v.known_from <= ? AND v.valid_from <= ?
                  ORDER BY v.fact_id, v.source_version DESC
                ) newest WHERE NOT removed ORDER BY valid_from DESC, fact_id LIMIT ?
                """.formatted(columns, String.join(", ", table.allColumns()), table.current(), table.history());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, workspaceId);
            statement.setObject(2, customerId);
            statement.setObject(3, workspaceId);
            statement.setObject(4, customerId);
            statement.setObject(5, knownAt.atOffset(ZoneOffset.UTC));
            statement.setObject(6, validAt.atOffset(ZoneOffset.UTC));
            statement.setInt(7, limit);
            return read(statement, dataset, table);
        } catch (SQLException e) {
            throw new IllegalStateException("facts could not be read", e);
        }
    }

    private static List<FactVersion> read(PreparedStatement statement, Dataset dataset, FactTable table)
            throws SQLException {
        List<FactVersion> versions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                versions.add(version(row, dataset, table));
            }
        }
        return versions;
    }

    /** The version in the row. */
    static FactVersion version(ResultSet row, Dataset dataset, FactTable table) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FactTable.Column column : table.columns()) {
            Object value = value(row, column);
            if (value != null) {
                values.put(column.field().name(), value);
            }
        }
        OffsetDateTime knownTo = row.getObject("known_to", OffsetDateTime.class);
        return new FactVersion(
                dataset,
                row.getObject("fact_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getLong("source_version"),
                row.getObject("connection_id", UUID.class),
                row.getString("system"),
                row.getString("object_name"),
                row.getString("source_record_id"),
                row.getString("source_url"),
                row.getObject("mapping_id", UUID.class),
                row.getInt("mapping_version"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                row.getObject("known_from", OffsetDateTime.class).toInstant(),
                knownTo == null ? null : knownTo.toInstant(),
                row.getBoolean("removed"),
                values);
    }

    /** The value as the target schema names and types it; money is read once, off both of its columns. */
    private static @Nullable Object value(ResultSet row, FactTable.Column column) throws SQLException {
        if (column.field().kind() == FieldKind.MONEY) {
            String name = column.name().replaceFirst("_(minor|currency)$", "");
            Long minor = row.getObject(name + "_minor", Long.class);
            String currency = row.getString(name + "_currency");
            return minor == null || currency == null ? null : new Money(minor, currency);
        }
        return switch (column.sqlType()) {
            case "date" -> row.getObject(column.name(), LocalDate.class);
            case "timestamptz" -> {
                OffsetDateTime time = row.getObject(column.name(), OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            default -> row.getObject(column.name());
        };
    }
}
