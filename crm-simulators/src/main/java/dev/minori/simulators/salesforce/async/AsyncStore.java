package dev.minori.simulators.salesforce.async;

import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The tables of jobs and batches. */
final class AsyncStore {

    private static final long NUMBERS = 13_000_000_000_000_000L;

    private final Database database;
    private final Clock clock;

    AsyncStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new id. */
    static String id(String prefix) {
        return SalesforceId.of(prefix, ThreadLocalRandom.current().nextLong(NUMBERS));
    }

    void insert(AsyncJob job) throws SQLException {
        database.run(connection -> Sql.update(
                connection,
                "insert into sf_async_job (id, org, user_id, operation, object, content_type, concurrency, api_version,"
                        + " chunk_size, state, created_at, modified_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.org(),
                job.userId(),
                job.operation(),
                job.object(),
                job.format().name(),
                job.concurrency(),
                job.apiVersion(),
                job.chunkSize(),
                job.state().name(),
                job.createdAt(),
                job.modifiedAt()));
    }

    Optional<AsyncJob> job(String org, String id) throws SQLException {
        return database.transact(connection ->
                Sql.first(connection, AsyncStore::job, "select * from sf_async_job where org = ? and id = ?", org, id));
    }

    Optional<AsyncJob> job(String id) throws SQLException {
        return database.transact(
                connection -> Sql.first(connection, AsyncStore::job, "select * from sf_async_job where id = ?", id));
    }

    /** Closes or aborts a job that is open; what waited in an aborted one is never processed. */
    boolean end(String id, AsyncJob.State state) throws SQLException {
        return database.transact(connection -> {
            boolean ended = Sql.update(
                            connection,
                            "update sf_async_job set state = ?, modified_at = ? where id = ? and state = 'Open'",
                            state.name(),
                            clock.instant(),
                            id)
                    == 1;
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
        AsyncBatch batch = new AsyncBatch(id("751"), job, soql, firstId, endId, state, null, 0, 0, now, now);
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

    Optional<AsyncBatch> batch(String job, String id) throws SQLException {
        return database.transact(connection -> Sql.first(
                connection, AsyncStore::batch, "select * from sf_async_batch where job = ? and id = ?", job, id));
    }

    List<AsyncBatch> batches(String job) throws SQLException {
        return database.transact(connection -> Sql.list(
                connection,
                AsyncStore::batch,
                "select * from sf_async_batch where job = ? order by position, id",
                job));
    }

    /** Batches that a stopped process left unfinished. */
    List<AsyncBatch> unfinished() throws SQLException {
        return database.transact(connection -> Sql.list(
                connection,
                AsyncStore::batch,
                "select * from sf_async_batch where state in ('Queued', 'InProgress') order by created_at, position"));
    }

    /** Moves a batch on unless it has ended meanwhile; false when it has. */
    boolean move(String id, AsyncBatch.State state, long records, long milliseconds, @Nullable String message)
            throws SQLException {
        return database.transact(connection -> Sql.update(
                        connection,
                        "update sf_async_batch set state = ?, records = ?, milliseconds = ?, message = ?,"
                                + " modified_at = ? where id = ? and state in ('Queued', 'InProgress')",
                        state.name(),
                        records,
                        milliseconds,
                        message,
                        clock.instant(),
                        id)
                == 1);
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
                row.getLong("milliseconds"),
                Sql.requiredInstant(row, "created_at"),
                Sql.requiredInstant(row, "modified_at"));
    }
}
