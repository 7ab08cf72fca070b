package dev.minori.simulators.salesforce.async;

import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.bulk.CsvExport;
import dev.minori.simulators.salesforce.bulk.RowWriter;
import dev.minori.simulators.salesforce.bulk.WriteOperation;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.salesforce.soql.Compiler;
import dev.minori.simulators.salesforce.soql.Parser;
import dev.minori.simulators.salesforce.soql.Query;
import dev.minori.simulators.salesforce.soql.Reading;
import dev.minori.simulators.salesforce.soql.SoqlException;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** Runs batches, two at a time. */
final class AsyncRunner {

    private static final System.Logger LOG = System.getLogger(AsyncRunner.class.getName());
    private static final int PARALLEL = 2;
    private static final String NOT_PROCESSED = "InvalidBatch : Failed to process query: ";

    private final Database database;
    private final Orgs orgs;
    private final AsyncStore store;
    private final AsyncResults results;
    private final AsyncWriter writer;
    private final Clock clock;
    private final Executor executor;
    private final Semaphore slots = new Semaphore(PARALLEL, true);

    AsyncRunner(Database database, Orgs orgs, AsyncStore store, AsyncResults results, Clock clock, Executor executor) {
        this.database = database;
        this.orgs = orgs;
        this.store = store;
        this.results = results;
        this.writer = new AsyncWriter(new RowWriter(database, clock), results);
        this.clock = clock;
        this.executor = executor;
    }

    void submit(AsyncBatch batch) {
        executor.execute(() -> {
            slots.acquireUninterruptibly();
            try {
                run(batch);
            } catch (SQLException e) {
                LOG.log(Level.ERROR, "state of batch " + batch.id() + " could not be stored", e);
            } finally {
                slots.release();
            }
        });
    }

    private void run(AsyncBatch batch) throws SQLException {
        Optional<AsyncJob> job = store.job(batch.job());
        Optional<Org> org = job.flatMap(one -> orgs.find(one.org()));
        if (job.isEmpty() || org.isEmpty() || !store.begin(batch.id())) {
            return;
        }
        long start = System.nanoTime();
        try {
            AsyncWriter.Written written = done(org.get(), job.get(), batch);
            store.complete(batch.id(), written.records(), written.failed(), millisSince(start));
        } catch (AsyncFault e) {
            store.fail(batch.id(), e.code() + " : " + e.text(), millisSince(start));
        } catch (SoqlException e) {
            store.fail(batch.id(), NOT_PROCESSED + e.code() + ": " + e.text(), millisSince(start));
        } catch (SalesforceFault e) {
            store.fail(batch.id(), NOT_PROCESSED + "FUNCTIONALITY_NOT_ENABLED: " + e.text(), millisSince(start));
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "batch " + batch.id() + " failed", e);
            store.fail(batch.id(), "InternalServerError : An unexpected error occurred", millisSince(start));
        }
    }

    private AsyncWriter.Written done(Org org, AsyncJob job, AsyncBatch batch) throws IOException, SQLException {
        Optional<WriteOperation> operation = job.write();
        if (operation.isPresent()) {
            return writer.write(new Session(org, job.userId()), job, batch, operation.get());
        }
        Compiled query = restricted(compile(org, job, batch.soql()), batch);
        long records = database.transact(connection -> {
            try {
                return results.write(connection, job, batch, query);
            } catch (IOException e) {
                throw new SQLException("the result could not be written", e);
            }
        });
        return new AsyncWriter.Written(records, 0);
    }

    private static long millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    /** A query that a job takes; otherwise what it is refused with. */
    private Compiled compile(Org org, AsyncJob job, String soql) {
        Compiled query = CsvExport.accepted(Compiler.compile(
                Parser.parse(soql),
                Reading.of(org, job.userId(), clock),
                job.operation().equals("queryAll")));
        if (!query.object().name().equals(job.object())) {
            throw new SalesforceFault(
                    400, "API_ERROR", "the query reads " + query.object().name() + ", the job " + job.object());
        }
        return query;
    }

    private static Compiled restricted(Compiled query, AsyncBatch batch) {
        String first = batch.firstId();
        String end = batch.endId();
        Compiled from = first == null ? query : query.from(first);
        return end == null ? from : from.before(end);
    }

    /**
     * Adds a batch of a query, or with chunks by primary key one that is not processed and one for each chunk of ids, deleted records
     * counted. Source: Bulk API Developer Guide, "PK Chunking Header".
     */
    AsyncBatch add(Org org, AsyncJob job, String soql) throws SQLException {
        Integer size = job.chunkSize();
        if (size == null || !canBeChunked(soql)) {
            AsyncBatch batch = store.add(job.id(), soql, null, null, AsyncBatch.State.Queued);
            submit(batch);
            return batch;
        }
        AsyncBatch original = store.add(job.id(), soql, null, null, AsyncBatch.State.NotProcessed);
        List<String> firsts = firstIds(org, job, size);
        for (int i = 0; i < firsts.size(); i++) {
            String end = i + 1 < firsts.size() ? firsts.get(i + 1) : null;
            submit(store.add(job.id(), soql, firsts.get(i), end, AsyncBatch.State.Queued));
        }
        return original;
    }

    /** Adds a batch of rows to be written. */
    AsyncBatch addRows(AsyncJob job, byte[] rows) throws IOException, SQLException {
        AsyncBatch batch = store.add(job.id(), "", null, null, AsyncBatch.State.Queued);
        Files.write(results.request(batch), rows);
        submit(batch);
        return batch;
    }

    /** A query that cannot be parsed becomes one batch that fails with the reason. */
    private static boolean canBeChunked(String soql) {
        try {
            Query query = Parser.parse(soql);
            return query.limit() == null
                    && query.offset() == null
                    && query.orderBy().isEmpty();
        } catch (SoqlException e) {
            return false;
        }
    }

    private List<String> firstIds(Org org, AsyncJob job, int size) throws SQLException {
        ObjectType object = org.schema().object(job.object()).orElseThrow(() -> new SQLException("no such object"));
        return database.transact(connection -> Sql.list(
                connection,
                row -> row.getString(1),
                "select \"Id\" from (select \"Id\", row_number() over (order by \"Id\") - 1 as n from "
                        + org.schema().table(object) + ") numbered where n % ? = 0 order by \"Id\"",
                size));
    }

    /** Takes up the batches a stopped process left unfinished. */
    void resume() throws SQLException {
        store.unfinished().forEach(this::submit);
    }
}
