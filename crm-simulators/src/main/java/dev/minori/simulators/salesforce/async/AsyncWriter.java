package dev.minori.simulators.salesforce.async;

import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.bulk.IngestRows;
import dev.minori.simulators.salesforce.bulk.RowOutcome;
import dev.minori.simulators.salesforce.bulk.RowWriter;
import dev.minori.simulators.salesforce.bulk.WriteOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes the rows of a batch, each standing alone, and leaves their results. */
final class AsyncWriter {

    private static final int MAX_ROWS = 10_000;

    private final RowWriter rows;
    private final AsyncResults results;

    AsyncWriter(RowWriter rows, AsyncResults results) {
        this.rows = rows;
        this.results = results;
    }

    /** How many rows a batch had, and how many of them were refused. */
    record Written(long records, long failed) {}

    /** Runs a batch; an {@link AsyncFault} is why it failed as a whole. */
    Written write(Session session, AsyncJob job, AsyncBatch batch, WriteOperation operation)
            throws IOException, SQLException {
        AsyncRows given = AsyncRows.read(job.format(), Files.readAllBytes(results.request(batch)));
        if (given.headings().isEmpty()) {
            throw new AsyncFault("InvalidBatch", "The batch is empty");
        }
        if (given.rows().size() > MAX_ROWS) {
            throw new AsyncFault("InvalidBatch", "The batch has more than " + MAX_ROWS + " records");
        }
        IngestRows known = known(session, job, operation, given.headings());
        List<RowOutcome> outcomes = new ArrayList<>();
        for (int from = 0; from < given.rows().size(); from += RowWriter.CHUNK) {
            int to = Math.min(from + RowWriter.CHUNK, given.rows().size());
            outcomes.addAll(rows.write(session, known, given.rows().subList(from, to)));
        }
        Files.write(results.file(job, batch), AsyncOutcomes.written(job.format(), outcomes));
        long failed =
                outcomes.stream().filter(RowOutcome.Refused.class::isInstance).count();
        return new Written(outcomes.size(), failed);
    }

    private static IngestRows known(Session session, AsyncJob job, WriteOperation operation, List<String> headings) {
        try {
            return IngestRows.of(operation, session.schema(), job.object(), job.keyField(), headings);
        } catch (IngestRows.UnknownHeading e) {
            throw new AsyncFault("InvalidBatch", e.text());
        } catch (SalesforceFault e) {
            throw new AsyncFault("InvalidBatch", e.text());
        }
    }
}
