package dev.minori.simulators.salesforce.async;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Batches of jobs, what was sent for them and what came of it. */
final class AsyncBatches {

    private static final int MAX_BYTES = 10_000_000;

    private final AsyncStore store;
    private final AsyncResults results;
    private final AsyncRunner runner;

    AsyncBatches(AsyncStore store, AsyncResults results, AsyncRunner runner) {
        this.store = store;
        this.results = results;
        this.runner = runner;
    }

    void add(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = store.job(call);
        if (job.state() != AsyncJob.State.Open) {
            throw new AsyncFault("InvalidJobState", "batches can only be added to an open job; it is " + job.state());
        }
        AsyncBatch batch = job.write().isPresent() ? rows(call, job) : query(call, job);
        call.send(201, call.json(), "batchInfo", AsyncDocuments.batch(batch));
    }

    private AsyncBatch rows(AsyncCall call, AsyncJob job) throws IOException, SQLException {
        byte[] body = call.exchange().body();
        if (body.length > MAX_BYTES) {
            throw new AsyncFault("ClientInputError", "Failed to read request. Exceeded max size limit of " + MAX_BYTES);
        }
        return runner.addRows(job, body);
    }

    private AsyncBatch query(AsyncCall call, AsyncJob job) throws SQLException {
        String soql = call.exchange().bodyText().strip();
        if (soql.isEmpty()) {
            throw new AsyncFault("InvalidBatch", "the batch has no query");
        }
        return runner.add(call.session().org(), job, soql);
    }

    void list(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = store.job(call);
        List<Map<String, Object>> all =
                store.batches(job.id()).stream().map(AsyncDocuments::batch).toList();
        call.send(200, job.isJson(), "batchInfoList", Map.of("batchInfo", all));
    }

    void state(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = store.job(call);
        call.send(200, job.isJson(), "batchInfo", AsyncDocuments.batch(store.batch(call, job)));
    }

    void request(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = store.job(call);
        AsyncBatch batch = store.batch(call, job);
        if (job.write().isPresent()) {
            send(call, job, results.request(batch));
            return;
        }
        if (batch.firstId() != null) {
            throw new AsyncFault("FeatureNotEnabled", "the query of a chunk is not shown by this Salesforce simulator");
        }
        call.exchange().respond(200, "text/plain;charset=UTF-8", batch.soql());
    }

    /** The results of what was written, or the list of a query's results. */
    void results(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = store.job(call);
        AsyncBatch batch = completed(call, job);
        if (job.write().isPresent()) {
            send(call, job, results.file(job, batch));
        } else if (job.isJson()) {
            call.exchange().respond(200, AsyncCall.JSON, AsyncDocuments.json(List.of(batch.resultId())));
        } else {
            call.send(200, false, "result-list", Map.of("result", List.of(batch.resultId())));
        }
    }

    void result(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = store.job(call);
        AsyncBatch batch = completed(call, job);
        Path file = results.file(job, batch);
        if (!batch.resultId().equals(call.path().get("result")) || !Files.exists(file)) {
            throw new AsyncFault(
                    "InvalidBatch", "there is no result " + call.path().get("result"));
        }
        send(call, job, file);
    }

    private static void send(AsyncCall call, AsyncJob job, Path file) throws IOException {
        try (OutputStream out = call.exchange().stream(200, job.format().mediaType())) {
            Files.copy(file, out);
        }
    }

    private AsyncBatch completed(AsyncCall call, AsyncJob job) throws SQLException {
        AsyncBatch batch = store.batch(call, job);
        if (batch.state() != AsyncBatch.State.Completed) {
            throw new AsyncFault("InvalidBatch", "the batch has no results: it is " + batch.state());
        }
        return batch;
    }
}
