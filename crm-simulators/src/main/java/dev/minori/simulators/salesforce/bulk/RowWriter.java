package dev.minori.simulators.salesforce.bulk;

import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.record.RecordWrites;
import dev.minori.simulators.store.Database;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes rows in one transaction, each standing alone. */
public final class RowWriter {

    private static final System.Logger LOG = System.getLogger(RowWriter.class.getName());

    /** How many rows are committed together. */
    public static final int CHUNK = 200;

    private final Database database;
    private final Clock clock;

    public RowWriter(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes at most {@link #CHUNK} rows; the outcomes are in their order. */
    public List<RowOutcome> write(Session session, IngestRows rows, List<List<String>> chunk) throws SQLException {
        List<RowOutcome> outcomes = new ArrayList<>();
        database.together(() -> {
            for (List<String> row : chunk) {
                outcomes.add(one(session, rows, row));
            }
            return Optional.of(true);
        });
        return outcomes;
    }

    private RowOutcome one(Session session, IngestRows rows, List<String> row) {
        if (row.size() != rows.width()) {
            return new RowOutcome.Refused(
                    "INVALID_INPUT", row.size() + " cells for " + rows.width() + " headings", List.of());
        }
        try {
            return new RowOutcome.Done(
                    database.transact(connection -> rows.write(new RecordWrites(connection, session, clock), row)));
        } catch (SalesforceFault fault) {
            return new RowOutcome.Refused(fault.errorCode(), fault.text(), fault.fields());
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "a row could not be stored", e);
            return new RowOutcome.Refused("UNKNOWN_EXCEPTION", "An unexpected error occurred.", List.of());
        }
    }
}
