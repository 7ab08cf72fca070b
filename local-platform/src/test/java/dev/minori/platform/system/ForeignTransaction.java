package dev.minori.platform.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A writing transaction that somebody keeps open in another database of the same cluster. Transaction ids are the cluster's:
 * whoever waits for all older ones to end waits for this one too.
 */
final class ForeignTransaction implements AutoCloseable {
    private final Connection connection;

    private ForeignTransaction(Connection connection) {
        this.connection = connection;
    }

    static ForeignTransaction open(LocalPlatform platform) throws SQLException {
        ForeignTransaction open = new ForeignTransaction(new Databases(platform).connect("postgres"));
        open.connection.setAutoCommit(false);
        // Writing gives it an id of its own; nobody else ever sees the table.
        open.execute("create table held_open (x int)");
        return open;
    }

    /** How long it has been open by the database's clock; fails when the server has ended it. */
    double seconds() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select extract(epoch from clock_timestamp() - now())"
                        + " where to_regclass('held_open') is not null")) {
            return row.next() ? row.getDouble(1) : 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
