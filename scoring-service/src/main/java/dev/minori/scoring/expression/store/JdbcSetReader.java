package dev.minori.scoring.expression.store;

import dev.minori.scoring.expression.Expression;
import dev.minori.scoring.expression.Moment;
import dev.minori.scoring.expression.SetQuery;
import dev.minori.scoring.expression.SetReader;
import dev.minori.scoring.expression.SetRow;
import dev.minori.scoring.expression.Sql;
import dev.minori.scoring.expression.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Binds the values of a generated statement and reads its rows. */
@ApplicationScoped
class JdbcSetReader implements SetReader {
    private final DataSource database;

    JdbcSetReader(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<SetRow> read(Moment moment, SetQuery query, Collection<UUID> customerIds) {
        if (customerIds.isEmpty()) {
            return List.of();
        }
        Sql sql = query.statement();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            bind(connection, statement, sql, moment, customerIds);
            List<SetRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(RowReader.row(query, result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("expressions could not be evaluated", e);
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Subject> matching(Moment moment, Expression condition) {
        Sql sql = SetQuery.matching(condition);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            bind(connection, statement, sql, moment, List.of());
            List<Subject> subjects = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    subjects.add(new Subject(result.getObject(1, UUID.class), result.getObject(2, UUID.class)));
                }
            }
            return subjects;
        } catch (SQLException e) {
            throw new IllegalStateException("a condition could not be evaluated", e);
        }
    }

    private static void bind(
            Connection connection, PreparedStatement statement, Sql sql, Moment moment, Collection<UUID> customerIds)
            throws SQLException {
        Array customers = connection.createArrayOf("uuid", customerIds.toArray());
        int index = 0;
        for (SqlValue value : sql.values()) {
            index++;
            switch (value) {
                case SqlValue.Text(String text) -> statement.setString(index, text);
                case SqlValue.Decimal(var number) -> statement.setBigDecimal(index, number);
                case SqlValue.Truth(boolean truth) -> statement.setBoolean(index, truth);
                case SqlValue.Day(var day) -> statement.setObject(index, day);
                case SqlValue.Span(String iso) -> statement.setString(index, iso);
                case SqlValue.Setting setting ->
                    statement.setObject(
                            index,
                            switch (setting) {
                                case WORKSPACE -> moment.workspaceId();
                                case TODAY -> moment.today();
                                case USAGE_UNTIL -> moment.usageUntil();
                                case NOW -> moment.now().atOffset(ZoneOffset.UTC);
                                case ZONE -> moment.zone().getId();
                                case CUSTOMERS -> customers;
                            });
            }
        }
    }
}
