package dev.minori.sync.salesforce;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every record of a Bulk 2.0 query. Each page goes to a file first, is counted against what Salesforce announced, and
 * only then handed on: a page that was cut short is read again, never half used.
 *
 * <p>Locators stay valid while the job exists, so a page's locator and the rows already taken from it are the resume
 * point.
 */
final class BulkStream implements RecordStream {
    private static final int CELLS_PER_PAGE = 500_000;
    private static final int PAGE_TRIES = 3;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private final SalesforceApi api;
    private final ReadPlan plan;
    private final int pageSize;
    private BulkPosition position;
    private boolean complete;
    private long announced = -1;
    private long pauseMillis = 100;
    private @Nullable Instant createdAt;
    private @Nullable Instant newest;
    private @Nullable BulkPage page;
    private @Nullable BulkJob job;

    /** @param position where to begin: an earlier stream's, or {@link BulkPosition#START} */
    BulkStream(SalesforceApi api, ReadPlan plan, BulkPosition position) {
        this.api = api;
        this.plan = plan;
        this.position = position;
        this.pageSize = pageSize(plan);
    }

    /** How many records a page of results has. */
    static int pageSize(ReadPlan plan) {
        return Math.clamp(CELLS_PER_PAGE / Math.max(1, plan.fields().size()), 500, 50_000);
    }

    @Override
    public Optional<RecordChunk> next() {
        BulkJob running = job;
        if (running == null) {
            String known = position.jobId();
            running = known == null ? BulkJob.create(api, Soql.all(plan)) : BulkJob.existing(api, known);
            job = running;
            position = position.inJob(running.id());
            return Optional.of(new RecordChunk(List.of(), position.toResumePoint()));
        }
        if (!complete && !awaitCompletion(running)) {
            return Optional.of(new RecordChunk(List.of(), position.toResumePoint()));
        }
        BulkPage current = page;
        if (current == null) {
            if (position.atEnd()) {
                checkTotal();
                return Optional.empty();
            }
            current = open(running);
            page = current;
        }
        List<SourceRecord> records = current.take();
        position = position.after(records.size());
        records.forEach(this::note);
        if (current.isExhausted()) {
            position = position.toPage(current.nextLocator());
            current.close();
            page = null;
        }
        return Optional.of(new RecordChunk(records, position.toResumePoint()));
    }

    @Override
    public @Nullable Instant coveredUntil() {
        if (newest == null || createdAt == null) {
            return null;
        }
        return newest.isBefore(createdAt) ? newest : createdAt;
    }

    @Override
    public @Nullable Long announced() {
        return announced < 0 ? null : announced;
    }

    @Override
    public void close() {
        if (page != null) {
            page.close();
        }
        if (position.atEnd() && job != null) {
            job.delete();
        }
    }

    /** Waits a little for the job; false if it still runs. */
    private boolean awaitCompletion(BulkJob running) {
        long until = System.nanoTime() + LONGEST_SILENCE.toNanos();
        do {
            BulkJob.State state = running.state();
            if (state.complete()) {
                complete = true;
                announced = state.records();
                createdAt = state.createdAt();
                return true;
            }
            sleep();
        } while (System.nanoTime() < until);
        return false;
    }

    private BulkPage open(BulkJob running) {
        for (int attempt = 1; ; attempt++) {
            Path file = temporaryFile();
            try {
                HttpHeaders headers = api.download(running.results(position.locator(), pageSize), file);
                BulkPage opened = BulkPage.open(file, headers, plan, position.taken());
                if (opened != null) {
                    return opened;
                }
            } catch (SourceException failed) {
                delete(file);
                if (failed.failure() == SourceFailure.REFUSED) {
                    throw new SourceException(SourceFailure.RESUME_LOST, failed.wording(), null, failed);
                }
                throw failed;
            }
            delete(file);
            if (attempt == PAGE_TRIES) {
                throw new SourceException(
                        SourceFailure.UNREACHABLE,
                        new Wording(
                                "Salesforceの一括照会の結果が途中で切れています。読み込んだ位置から再開します。",
                                "A page of Salesforce's bulk results keeps arriving incomplete; reading resumes where it stood."));
            }
        }
    }

    /** A run must not succeed with rows missing. */
    private void checkTotal() {
        if (announced >= 0 && announced != position.total()) {
            throw new SourceException(
                    SourceFailure.RESUME_LOST,
                    new Wording(
                            "Salesforceは" + announced + "件と報告しましたが、読めたのは" + position.total() + "件です。最初から読み直します。",
                            "Salesforce announced " + announced + " records, " + position.total()
                                    + " arrived; the read starts again."));
        }
    }

    private void note(SourceRecord record) {
        Instant stamp = record.changedAt();
        if (stamp != null && (newest == null || stamp.isAfter(newest))) {
            newest = stamp;
        }
    }

    private void sleep() {
        try {
            Thread.sleep(pauseMillis);
            pauseMillis = Math.min(2_000, pauseMillis * 2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SourceException(
                    SourceFailure.UNREACHABLE, new Wording("中断されました。", "The read was interrupted."), null, stopped);
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("minori-bulk-", ".csv");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
