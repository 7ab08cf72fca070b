package dev.minori.simulators.salesforce.bulk;

import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.record.RecordWrites;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** Runs ingest jobs: rows in chunks of 200, each row standing alone, results written as the chunks are committed. */
final class IngestRunner {

    private static final System.Logger LOG = System.getLogger(IngestRunner.class.getName());
    private static final int PARALLEL_JOBS = 2;

    private final RowWriter writer;
    private final Orgs orgs;
    private final IngestStore store;
    private final IngestFiles files;
    private final Executor executor;
    private final Semaphore slots = new Semaphore(PARALLEL_JOBS, true);

    IngestRunner(RowWriter writer, Orgs orgs, IngestStore store, IngestFiles files, Executor executor) {
        this.writer = writer;
        this.orgs = orgs;
        this.store = store;
        this.files = files;
        this.executor = executor;
    }

    void submit(IngestJob job) {
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

    private void run(IngestJob job) throws SQLException {
        Optional<Org> org = orgs.find(job.org());
        if (org.isEmpty()
                || !store.move(
                        job.id(), EnumSet.of(IngestJob.State.UploadComplete), IngestJob.State.InProgress, null)) {
            return;
        }
        try (BufferedReader reader = files.read(job.id());
                Results results = new Results(job)) {
            Optional<String> failure = process(job, new Session(org.get(), job.userId()), reader, results);
            store.move(
                    job.id(),
                    IngestStore.RUNNING,
                    failure.isPresent() ? IngestJob.State.Failed : IngestJob.State.JobComplete,
                    failure.orElse(null));
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "ingest job " + job.id() + " failed", e);
            store.move(
                    job.id(),
                    IngestStore.RUNNING,
                    IngestJob.State.Failed,
                    "InternalServerError : " + e.getClass().getSimpleName());
        }
    }

    /** Writes all rows, and tells why the job as a whole failed if it did. */
    private Optional<String> process(IngestJob job, Session session, BufferedReader reader, Results results)
            throws IOException, SQLException {
        Csv csv = new Csv(reader, Delimiters.character(job.delimiter()));
        Optional<List<String>> headings = csv.next();
        if (headings.isEmpty()) {
            return Optional.of("InvalidBatch : The file is empty");
        }
        if (job.lineEnding().equals("CRLF") ? csv.lf() : csv.crlf()) {
            return Optional.of("ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is "
                    + job.lineEnding());
        }
        results.headings(headings.get());
        IngestRows rows;
        try {
            rows = IngestRows.of(job.operation(), session.schema(), job.object(), job.keyField(), headings.get());
        } catch (IngestRows.UnknownHeading e) {
            leave(csv, results);
            return Optional.of("InvalidBatch : " + e.text());
        }
        long start = System.nanoTime();
        boolean going = true;
        List<List<String>> chunk = chunk(csv);
        while (going && !chunk.isEmpty()) {
            write(session, rows, chunk, results);
            going = store.progress(job.id(), results.done(), results.failed(), (System.nanoTime() - start) / 1_000_000);
            chunk = going ? chunk(csv) : List.of();
        }
        leave(csv, results);
        return Optional.empty();
    }

    /** What a failed or aborted job did not come to is told as it came. */
    private static void leave(Csv csv, Results results) throws IOException {
        for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
            results.unprocessed(row.get());
        }
    }

    private static List<List<String>> chunk(Csv csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < RowWriter.CHUNK) {
            Optional<List<String>> row = csv.next();
            if (row.isEmpty()) {
                break;
            }
            rows.add(row.get());
        }
        return rows;
    }

    private void write(Session session, IngestRows rows, List<List<String>> chunk, Results results)
            throws IOException, SQLException {
        List<RowOutcome> outcomes = writer.write(session, rows, chunk);
        for (int i = 0; i < chunk.size(); i++) {
            switch (outcomes.get(i)) {
                case RowOutcome.Done(RecordWrites.Saved saved) -> results.successful(saved, chunk.get(i));
                case RowOutcome.Refused refused -> results.refused(refused.text(), chunk.get(i));
            }
        }
    }

    /** The three files a job leaves. */
    private final class Results implements AutoCloseable {

        private final IngestJob job;
        private final Writer successful;
        private final Writer failed;
        private final Writer unprocessed;
        private long done;
        private long refused;

        Results(IngestJob job) throws IOException {
            this.job = job;
            this.successful = files.write(job.id(), IngestFiles.Result.SUCCESSFUL);
            this.failed = files.write(job.id(), IngestFiles.Result.FAILED);
            this.unprocessed = files.write(job.id(), IngestFiles.Result.UNPROCESSED);
        }

        void headings(List<String> headings) throws IOException {
            line(successful, List.of("sf__Id", "sf__Created"), headings);
            line(failed, List.of("sf__Id", "sf__Error"), headings);
            line(unprocessed, List.of(), headings);
        }

        void successful(RecordWrites.Saved saved, List<String> row) throws IOException {
            line(successful, List.of(saved.id(), String.valueOf(saved.created())), row);
            done++;
        }

        void refused(String error, List<String> row) throws IOException {
            line(failed, List.of("", error), row);
            done++;
            refused++;
        }

        void unprocessed(List<String> row) throws IOException {
            line(unprocessed, List.of(), row);
        }

        private void line(Writer out, List<String> first, List<String> row) throws IOException {
            List<String> cells = new ArrayList<>(first);
            cells.addAll(row);
            Csv.write(out, cells, Delimiters.character(job.delimiter()), Delimiters.lineEnd(job.lineEnding()));
        }

        long done() {
            return done;
        }

        long failed() {
            return refused;
        }

        @Override
        public void close() throws IOException {
            try (successful;
                    failed;
                    unprocessed) {
                successful.flush();
                failed.flush();
                unprocessed.flush();
            }
        }
    }
}
