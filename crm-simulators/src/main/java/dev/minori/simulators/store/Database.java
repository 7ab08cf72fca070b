package dev.minori.simulators.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fixed-size pool of PostgreSQL connections. All work happens inside a transaction, so that large results stream
 * through a server-side cursor instead of being read whole.
 */
public final class Database implements AutoCloseable {

    private static final int POOL_SIZE = 12;
    private static final int WAIT_SECONDS = 60;

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final Semaphore permits = new Semaphore(POOL_SIZE);
    private final ScopedValue<Connection> together = ScopedValue.newInstance();
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private Database(String url, String user, String password) {
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        // Pages of records are found by their ids. What was just read is in memory: by the usual price of a random page
        // the
        // planner would rather read a whole table for each page.
        source.setOptions("-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c synchronous_commit=off -c work_mem=16MB"
                + " -c random_page_cost=1.1");
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("minori-crm-simulators");
    }

    /** Connects and brings the schema up to date. */
    public static Database open(String url, String user, String password) {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/simulators")
                .load()
                .migrate();
        return new Database(url, user, password);
    }

    /**
     * Runs work in one transaction: committed when it returns, rolled back when it throws. Inside {@link #together} it
     * becomes a part of that transaction.
     */
    public <T> T transact(Work<T> work) throws SQLException {
        return together.isBound() ? part(together.get(), work) : alone(work);
    }

    /** {@link #transact} that sees one state of the database throughout, unless it is a part of a larger transaction. */
    public <T> T snapshot(Work<T> work) throws SQLException {
        if (together.isBound()) {
            return part(together.get(), work);
        }
        return alone(connection -> {
            Sql.execute(connection, "set transaction isolation level repeatable read");
            return work.with(connection);
        });
    }

    /**
     * Runs work whose calls of {@link #transact} become parts of one transaction: one that throws is undone alone.
     *
     * @return what the work gives; empty undoes everything
     */
    public <T> Optional<T> together(Inner<T> work) throws SQLException {
        return together.isBound() ? partTogether(together.get(), work) : aloneTogether(work);
    }

    private static <T> Optional<T> partTogether(Connection connection, Inner<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean kept = false;
        try {
            Optional<T> result = work.run();
            kept = result.isPresent();
            return result;
        } finally {
            if (!kept) {
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
        }
    }

    private <T> Optional<T> aloneTogether(Inner<T> work) throws SQLException {
        Connection connection = take();
        boolean healthy = false;
        try {
            Optional<T> result = ScopedValue.where(together, connection).call(work::run);
            if (result.isPresent()) {
                connection.commit();
            } else {
                connection.rollback();
            }
            healthy = true;
            return result;
        } finally {
            giveBack(connection, healthy);
        }
    }

    private static <T> T part(Connection connection, Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean whole = false;
        try {
            T result = work.with(connection);
            whole = true;
            return result;
        } finally {
            if (!whole) {
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
        }
    }

    private <T> T alone(Work<T> work) throws SQLException {
        Connection connection = take();
        boolean healthy = false;
        try {
            T result = work.with(connection);
            connection.commit();
            healthy = true;
            return result;
        } finally {
            giveBack(connection, healthy);
        }
    }

    /** {@link #transact} for work without a result. */
    public void run(Action action) throws SQLException {
        transact(connection -> {
            action.with(connection);
            return true;
        });
    }

    private Connection take() throws SQLException {
        try {
            if (!permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLException("no database connection became free within " + WAIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a database connection", e);
        }
        try {
            for (Idle known = idle.pollFirst(); known != null; known = idle.pollFirst()) {
                if (known.usable()) {
                    return known.connection;
                }
                closeQuietly(known.connection);
            }
            Connection fresh = source.getConnection();
            fresh.setAutoCommit(false);
            return fresh;
        } catch (SQLException | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    private void giveBack(Connection connection, boolean healthy) {
        boolean reusable = healthy && !closed;
        if (!healthy) {
            try {
                connection.rollback();
                reusable = !closed && connection.isValid(2);
            } catch (SQLException e) {
                reusable = false;
            }
        }
        if (reusable) {
            idle.addFirst(new Idle(connection, System.nanoTime()));
        } else {
            closeQuietly(connection);
        }
        permits.release();
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // A connection that cannot be closed is already gone.
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Idle known = idle.poll(); known != null; known = idle.poll()) {
            closeQuietly(known.connection);
        }
    }

    /** A connection waiting for work. One that waited long is tried first: the server may have been restarted. */
    private record Idle(Connection connection, long sinceNanos) {

        private static final long TRUSTED_NANOS = 2_000_000_000L;

        boolean usable() throws SQLException {
            return System.nanoTime() - sinceNanos < TRUSTED_NANOS || connection.isValid(2);
        }
    }

    /** Work made of several transactions that belong together. */
    @FunctionalInterface
    public interface Inner<T> {
        Optional<T> run() throws SQLException;
    }

    /** Work on a connection that gives a result. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Work on a connection without a result. */
    @FunctionalInterface
    public interface Action {
        void with(Connection connection) throws SQLException;
    }
}
