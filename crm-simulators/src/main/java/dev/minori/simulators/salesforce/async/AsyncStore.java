package dev.minori.simulators.salesforce.async;

import dev.minori.simulators.salesforce.bulk.JobStates;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The tables of jobs and batches. */
final class AsyncStore {

    private static final long NUMBERS = 13_000_000_000_000_000L;

    private static final Set<AsyncBatch.State> GOING = EnumSet.of(AsyncBatch.State.Queued, AsyncBatch.State.InProgress);

    private final Database database;
    private final Clock clock;
    private final JobStates jobs;
    private final JobStates batches;

    AsyncStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.jobs = new JobStates(database, clock, "sf_async_job");
        this.batches = new JobStates(database, clock, "sf_async_batch");
    }

    /** A new id. */
    static String id(String prefix) {
        return SalesforceId.of(prefix, ThreadLocalRandom.current().nextLong(NUMBERS));
    }

    void insert(AsyncJob job) throws SQLException {
        database.run(connection -> Sql.update(
                connection,
                "insert into sf_async_job (id, org, user_id, operation, object, content_type, concurrency, api_version,"
                        + " chunk_size, key_field, state, created_at, modified_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.org(),
                job.userId(),
                job.operation(),
                job.object(),
                job.format().name(),
                job.concurrency(),
                job.apiVersion(),
                job.chunkSize(),
                job.keyField(),
                job.state().name(),
                job.createdAt(),
                job.modifiedAt()));
    }

    /** The job a call's path names. */
    AsyncJob job(AsyncCall call) throws SQLException {
        return database.transact(connection -> Sql.first(
                        connection,
                        AsyncStore::job,
                        "select * from sf_async_job where org = ? and id = ?",
                        call.session().org().name(),
                        call.id("job")))
                .orElseThrow(() -> new AsyncFault(
                        "InvalidJob", "Unable to find job: " + call.path().get("job")));
    }

    Optional<AsyncJob> job(String id) throws SQLException {
        return database.transact(
                connection -> Sql.first(connection, AsyncStore::job, "select * from sf_async_job where id = ?", id));
    }

    /** Closes or aborts a job that is open; what waited in an aborted one is never processed. */
    boolean end(String id, AsyncJob.State state) throws SQLException {
        return database.transact(connection -> {
            boolean ended = jobs.move(connection, id, EnumSet.of(AsyncJob.State.Open), state);
            if (ended && state == AsyncJob.State.Aborted) {
                Sql.update(
                        connection,
                        "update sf_async_batch set state = 'NotProcessed', modified_at = ? where job = ?"
                                + " and state = 'Queued'",
                        clock.instant(),
                        id);
            }
            return ended;
        });
    }

    /** Adds a batch to the end of a job. */
    AsyncBatch add(String job, String soql, @Nullable String firstId, @Nullable String endId, AsyncBatch.State state)
            throws SQLException {
        Instant now = clock.instant();
        AsyncBatch batch = new AsyncBatch(id("751"), job, soql, firstId, endId, state, null, 0, 0, 0, now, now);
        database.run(connection -> Sql.update(
                connection,
                "insert into sf_async_batch (id, job, position, soql, first_id, end_id, state, created_at, modified_at)"
                        + " select ?, ?, count(*), ?, ?, ?, ?, ?, ? from sf_async_batch where job = ?",
                batch.id(),
                job,
                soql,
                firstId,
                endId,
                state.name(),
                now,
                now,
                job));
        return batch;
    }

    /** The batch of a job that a call's path names. */
    AsyncBatch batch(AsyncCall call, AsyncJob job) throws SQLException {
        return database.transact(connection -> Sql.first(
                        connection,
                        AsyncStore::batch,
                        "select * from sf_async_batch where job = ? and id = ?",
                        job.id(),
                        call.id("batch")))
                .orElseThrow(() -> new AsyncFault(
                        "InvalidBatch", "Unable to find batch: " + call.path().get("batch")));
    }

    List<AsyncBatch> batches(String job) throws SQLException {
        return database.transact(connection -> Sql.list(
                connection,
                AsyncStore::batch,
                "select * from sf_async_batch where job = ? order by position, id",
                job));
    }

    /** Batches that wait to be run; of one that was writing when the process stopped nobody knows how far it came. */
    List<AsyncBatch> unfinished() throws SQLException {
        return database.transact(connection -> {
            Sql.update(
                    connection,
                    "update sf_async_batch set state = 'Failed', message = 'InternalServerError : the simulator was stopped"
                            + " while the batch ran' where state = 'InProgress' and job in (select id from sf_async_job"
                            + " where operation not in ('query', 'queryAll'))");
            return Sql.list(
                    connection,
                    AsyncStore::batch,
                    "select * from sf_async_batch where state in ('Queued', 'InProgress') order by created_at, position");
        });
    }

    /** Begins a batch unless it has ended meanwhile; false when it has. */
    boolean begin(String id) throws SQLException {
        return batches.move(id, GOING, AsyncBatch.State.InProgress);
    }

    /** Notes that a batch is done. */
    void complete(String id, long records, long failed, long milliseconds) throws SQLException {
        batches.move(
                id,
                GOING,
                AsyncBatch.State.Completed,
                new JobStates.Note("records", records),
                new JobStates.Note("failed", failed),
                new JobStates.Note("milliseconds", milliseconds));
    }

    /** Notes why a batch came to nothing. */
    void fail(String id, String message, long milliseconds) throws SQLException {
        batches.move(
                id,
                GOING,
                AsyncBatch.State.Failed,
                new JobStates.Note("message", message),
                new JobStates.Note("milliseconds", milliseconds));
    }

    private static AsyncJob job(ResultSet row) throws SQLException {
        return new AsyncJob(
                row.getString("id"),
                row.getString("org"),
                row.getString("user_id"),
                row.getString("operation"),
                row.getString("object"),
                AsyncJob.Format.valueOf(row.getString("content_type")),
                row.getString("concurrency"),
                row.getString("api_version"),
                row.getObject("chunk_size", Integer.class),
                row.getString("key_field"),
                AsyncJob.State.valueOf(row.getString("state")),
                Sql.requiredInstant(row, "created_at"),
                Sql.requiredInstant(row, "modified_at"));
    }

    private static AsyncBatch batch(ResultSet row) throws SQLException {
        return new AsyncBatch(
                row.getString("id"),
                row.getString("job"),
                row.getString("soql"),
                row.getString("first_id"),
                row.getString("end_id"),
                AsyncBatch.State.valueOf(row.getString("state")),
                row.getString("message"),
                row.getLong("records"),
                row.getLong("failed"),
                row.getLong("milliseconds"),
                Sql.requiredInstant(row, "created_at"),
                Sql.requiredInstant(row, "modified_at"));
    }
}
