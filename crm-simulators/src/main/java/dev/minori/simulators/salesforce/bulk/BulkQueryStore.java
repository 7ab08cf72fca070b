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

/** The job table. */
final class BulkQueryStore {

    private static final Set<BulkQueryJob.State> GOING =
            EnumSet.of(BulkQueryJob.State.UploadComplete, BulkQueryJob.State.InProgress);

    private final Database database;
    private final JobStates states;

    BulkQueryStore(Database database, Clock clock) {
        this.database = database;
        this.states = new JobStates(database, clock, "sf_bulk_query");
    }

    void insert(BulkQueryJob job) throws SQLException {
        database.run(connection -> Sql.update(
                connection,
                "insert into sf_bulk_query (id, org, user_id, operation, object, soql, api_version, delimiter,"
                        + " line_ending, state, created_at, modified_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.org(),
                job.userId(),
                job.operation(),
                job.object(),
                job.soql(),
                job.apiVersion(),
                job.delimiter(),
                job.lineEnding(),
                job.state().name(),
                job.createdAt(),
                job.modifiedAt()));
    }

    Optional<BulkQueryJob> find(String org, String id) throws SQLException {
        return database.transact(connection -> Sql.first(
                connection, BulkQueryStore::job, "select * from sf_bulk_query where org = ? and id = ?", org, id));
    }

    List<BulkQueryJob> list(String org) throws SQLException {
        return database.transact(connection -> Sql.list(
                connection,
                BulkQueryStore::job,
                "select * from sf_bulk_query where org = ? order by created_at desc, id limit 1000",
                org));
    }

    /** Jobs that a stopped process left unfinished. */
    List<BulkQueryJob> unfinished() throws SQLException {
        return database.transact(connection -> Sql.list(
                connection,
                BulkQueryStore::job,
                "select * from sf_bulk_query where state in ('UploadComplete', 'InProgress') order by created_at"));
    }

    /** Moves a job on unless it has ended meanwhile; false when it has. */
    boolean move(String id, BulkQueryJob.State state, long records, long milliseconds, @Nullable String error)
            throws SQLException {
        return states.move(
                id,
                GOING,
                state,
                new JobStates.Note("records", records),
                new JobStates.Note("milliseconds", milliseconds),
                new JobStates.Note("error", error));
    }

    void delete(String id) throws SQLException {
        database.run(connection -> Sql.update(connection, "delete from sf_bulk_query where id = ?", id));
    }

    private static BulkQueryJob job(ResultSet row) throws SQLException {
        return new BulkQueryJob(
                row.getString("id"),
                row.getString("org"),
                row.getString("user_id"),
                row.getString("operation"),
                row.getString("object"),
                row.getString("soql"),
                row.getString("api_version"),
                row.getString("delimiter"),
                row.getString("line_ending"),
                BulkQueryJob.State.valueOf(row.getString("state")),
                row.getLong("records"),
                row.getString("error"),
                row.getLong("milliseconds"),
                Sql.requiredInstant(row, "created_at"),
                Sql.requiredInstant(row, "modified_at"));
    }
}
