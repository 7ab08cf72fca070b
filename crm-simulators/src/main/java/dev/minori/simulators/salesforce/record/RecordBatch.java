package dev.minori.simulators.salesforce.record;

import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes many records in one transaction: each stands alone, or all stand together. */
public final class RecordBatch {

    private final Database database;
    private final Session session;
    private final Clock clock;
    private final boolean allOrNone;

    /** @param allOrNone one refused record undoes all */
    public RecordBatch(Database database, Session session, Clock clock, boolean allOrNone) {
        this.database = database;
        this.session = session;
        this.clock = clock;
        this.allOrNone = allOrNone;
    }

    /** Writes one record. */
    @FunctionalInterface
    public interface Write<T> {
        /** Writes it. */
        RecordWrites.Saved of(RecordWrites writes, T record) throws SQLException;
    }

    /** Changes one record, in a transaction of the batch. */
    @FunctionalInterface
    public interface Change<T> {
        /** Makes the change. */
        RecordWrites.Saved of(Connection connection, T record) throws SQLException;
    }

    /** The results in the order of the records, as {@code {id, success, errors}}. */
    public <T> List<Map<String, Object>> run(List<T> records, Write<T> write) throws SQLException {
        return run(records, write, false);
    }

    /** {@link #run} whose results tell which records were created. */
    public <T> List<Map<String, Object>> upsert(List<T> records, Write<T> write) throws SQLException {
        return run(records, write, true);
    }

    private <T> List<Map<String, Object>> run(List<T> records, Write<T> write, boolean tellCreated)
            throws SQLException {
        return runIn(
                records,
                (connection, record) -> write.of(new RecordWrites(connection, session, clock), record),
                tellCreated);
    }

    /** {@link #run} for changes that are no plain writes. */
    public <T> List<Map<String, Object>> runIn(List<T> records, Change<T> change) throws SQLException {
        return runIn(records, change, false);
    }

    private <T> List<Map<String, Object>> runIn(List<T> records, Change<T> change, boolean tellCreated)
            throws SQLException {
        List<Map<String, Object>> results = new ArrayList<>();
        boolean[] failed = new boolean[records.size()];
        Optional<Boolean> kept = database.together(() -> {
            boolean any = false;
            for (int i = 0; i < records.size(); i++) {
                T record = records.get(i);
                try {
                    RecordWrites.Saved saved = database.transact(connection -> change.of(connection, record));
                    results.add(success(saved, tellCreated));
                } catch (SalesforceFault fault) {
                    results.add(failure(fault));
                    failed[i] = true;
                    any = true;
                }
            }
            return any && allOrNone ? Optional.empty() : Optional.of(true);
        });
        if (kept.isEmpty()) {
            for (int i = 0; i < failed.length; i++) {
                if (!failed[i]) {
                    results.set(i, rolledBack());
                }
            }
        }
        return results;
    }

    private static Map<String, Object> success(RecordWrites.Saved saved, boolean tellCreated) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", saved.id());
        result.put("success", true);
        result.put("errors", List.of());
        if (tellCreated) {
            result.put("created", saved.created());
        }
        return result;
    }

    private static Map<String, Object> rolledBack() {
        return failure(new SalesforceFault(
                400,
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "Record rolled back because not all records were valid and the request was using AllOrNone header"));
    }

    /** How a refused record is told. */
    public static Map<String, Object> failure(SalesforceFault fault) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("statusCode", fault.errorCode());
        error.put("message", fault.text());
        error.put("fields", fault.fields());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("success", false);
        result.put("errors", List.of(error));
        return result;
    }
}
