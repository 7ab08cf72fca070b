package dev.minori.simulators.salesforce.bulk;

import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.salesforce.soql.Compiler;
import dev.minori.simulators.salesforce.soql.Parser;
import dev.minori.simulators.salesforce.soql.Reading;
import dev.minori.simulators.salesforce.soql.SoqlException;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Runs query jobs one after another, two at a time: the result goes from the database to a file, row by row. */
final class BulkQueryRunner {

    private static final System.Logger LOG = System.getLogger(BulkQueryRunner.class.getName());
    private static final int PARALLEL_JOBS = 2;
    private static final int PROGRESS_EVERY = 100_000;

    private final Database database;
    private final Orgs orgs;
    private final BulkQueryStore store;
    private final ResultFiles files;
    private final Clock clock;
    private final Executor executor;
    private final Semaphore slots = new Semaphore(PARALLEL_JOBS, true);

    BulkQueryRunner(
            Database database, Orgs orgs, BulkQueryStore store, ResultFiles files, Clock clock, Executor executor) {
        this.database = database;
        this.orgs = orgs;
        this.store = store;
        this.files = files;
        this.clock = clock;
        this.executor = executor;
    }

    void submit(BulkQueryJob job) {
        executor.execute(() -> {
            slots.acquireUninterruptibly();
            try {
                run(job);
            } catch (SQLException e) {
                LOG.log(Level.ERROR, "state of job " + job.id() + " could not be stored", e);
            } finally {
                slots.release();
            }
        });
    }

    private void run(BulkQueryJob job) throws SQLException {
        Optional<Org> org = orgs.find(job.org());
        if (org.isEmpty() || !store.move(job.id(), BulkQueryJob.State.InProgress, 0, 0, null)) {
            return;
        }
        long start = System.nanoTime();
        try {
            Compiled compiled = compile(org.get(), job.userId(), job.soql(), job.operation());
            long records = database.transact(connection -> export(connection, job, compiled));
            store.move(job.id(), BulkQueryJob.State.JobComplete, records, millisSince(start), null);
        } catch (SQLException | SoqlException e) {
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            store.move(job.id(), BulkQueryJob.State.Failed, 0, millisSince(start), message);
            LOG.log(Level.WARNING, "query job " + job.id() + " failed", e);
        }
    }

    Compiled compile(Org org, String userId, String soql, String operation) {
        return Compiler.compile(Parser.parse(soql), Reading.of(org, userId, clock), operation.equals("queryAll"));
    }

    private static long millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    private long export(Connection connection, BulkQueryJob job, Compiled compiled) throws SQLException {
        String copy = CsvExport.statement(compiled, job.delimiterCharacter());
        try (ResultFiles.Writer writer = files.create(job.id())) {
            CopyOut rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
            try {
                long start = System.nanoTime();
                for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                    writer.add(row, job.lineEnd());
                    if (writer.count() % PROGRESS_EVERY == 0
                            && !store.move(
                                    job.id(),
                                    BulkQueryJob.State.InProgress,
                                    writer.count(),
                                    millisSince(start),
                                    null)) {
                        // Aborted or deleted meanwhile: what was written is of no use to anybody.
                        return writer.count();
                    }
                }
            } finally {
                if (rows.isActive()) {
                    rows.cancelCopy();
                }
            }
            return writer.count();
        } catch (IOException e) {
            throw new SQLException("result file could not be written", e);
        }
    }
}
