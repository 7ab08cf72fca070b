package dev.minori.simulators.salesforce.bulk;

import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of ingest jobs. */
final class IngestStore {

    /** A job that runs. */
    static final Set<IngestJob.State> RUNNING = EnumSet.of(IngestJob.State.InProgress);

    private final Database database;
    private final Clock clock;
    private final JobStates states;

    IngestStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.states = new JobStates(database, clock, "sf_bulk_ingest");
    }

    void insert(IngestJob job) throws SQLException {
        database.run(connection -> Sql.update(
                connection,
                "insert into sf_bulk_ingest (id, org, user_id, operation, object, key_field, api_version, delimiter,"
                        + " line_ending, state, created_at, modified_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.org(),
                job.userId(),
                job.operation().name(),
                job.object(),
                job.keyField(),
                job.apiVersion(),
                job.delimiter(),
                job.lineEnding(),
                job.state().name(),
                job.createdAt(),
                job.modifiedAt()));
    }

    Optional<IngestJob> find(String org, String id) throws SQLException {
        return database.transact(connection -> Sql.first(
                connection, IngestStore::job, "select * from sf_bulk_ingest where org = ? and id = ?", org, id));
    }

    List<IngestJob> list(String org) throws SQLException {
        return database.transact(connection -> Sql.list(
                connection,
                IngestStore::job,
                "select * from sf_bulk_ingest where org = ? order by created_at desc, id limit 1000",
                org));
    }

    /** Jobs that wait to be run; one that was running when the process stopped is failed, for nobody knows how far. */
    List<IngestJob> waiting() throws SQLException {
        return database.transact(connection -> {
            Sql.update(
                    connection,
                    "update sf_bulk_ingest set state = 'Failed', error = 'InternalServerError : the simulator was stopped"
                            + " while the job ran' where state = 'InProgress'");
            return Sql.list(
                    connection,
                    IngestStore::job,
                    "select * from sf_bulk_ingest where state = 'UploadComplete' order by created_at");
        });
    }

    /** Notes the one upload; false when there was one before. */
    boolean uploaded(String id) throws SQLException {
        return database.transact(connection -> Sql.update(
                        connection,
                        "update sf_bulk_ingest set uploaded = true, modified_at = ? where id = ? and state = 'Open'"
                                + " and not uploaded",
                        clock.instant(),
                        id)
                == 1);
    }

    /** Moves a job from one of some states to another; false when it was in none of them. */
    boolean move(String id, Set<IngestJob.State> from, IngestJob.State to, @Nullable String error) throws SQLException {
        return states.move(id, from, to, new JobStates.Note("error", error));
    }

    /** Notes how far a running job is; false when it was aborted. */
    boolean progress(String id, long processed, long failed, long milliseconds) throws SQLException {
        return states.move(
                id,
                RUNNING,
                IngestJob.State.InProgress,
                new JobStates.Note("processed", processed),
                new JobStates.Note("failed", failed),
                new JobStates.Note("milliseconds", milliseconds));
    }

    void delete(String id) throws SQLException {
        database.run(connection -> Sql.update(connection, "delete from sf_bulk_ingest where id = ?", id));
    }

    private static IngestJob job(ResultSet row) throws SQLException {
        return new IngestJob(
                row.getString("id"),
                row.getString("org"),
                row.getString("user_id"),
                WriteOperation.valueOf(row.getString("operation")),
                row.getString("object"),
                row.getString("key_field"),
                row.getString("api_version"),
                row.getString("delimiter"),
                row.getString("line_ending"),
                IngestJob.State.valueOf(row.getString("state")),
                row.getBoolean("uploaded"),
                row.getLong("processed"),
                row.getLong("failed"),
                row.getString("error"),
                row.getLong("milliseconds"),
                Sql.requiredInstant(row, "created_at"),
                Sql.requiredInstant(row, "modified_at"));
    }
}
