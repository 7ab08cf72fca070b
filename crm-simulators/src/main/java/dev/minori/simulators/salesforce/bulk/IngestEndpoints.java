package dev.minori.simulators.salesforce.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.query.Values;
import dev.minori.simulators.salesforce.record.JsonBodies;
import dev.minori.simulators.salesforce.record.RecordWrites;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/** Bulk API 2.0 ingest: one upload a job, three results. Source: Bulk API 2.0 Developer Guide, "Ingest". */
public final class IngestEndpoints {

    private static final long MAX_UPLOAD = 150_000_000L;
    private static final long JOB_NUMBERS = 13_000_000_000_000_000L;

    private final IngestStore store;
    private final IngestFiles files;
    private final IngestRunner runner;
    private final Clock clock;

    /** @param directory where uploads and results are kept until their job is deleted */
    public IngestEndpoints(Database database, Orgs orgs, Clock clock, Path directory, Executor executor)
            throws IOException {
        this.store = new IngestStore(database, clock);
        this.files = new IngestFiles(directory);
        this.runner = new IngestRunner(new RowWriter(database, clock), orgs, store, files, executor);
        this.clock = clock;
    }

    /** Takes up the jobs that wait. */
    public void resume() throws SQLException {
        store.waiting().forEach(runner::submit);
    }

    /** {@code POST /jobs/ingest}. */
    public void create(Call call) throws IOException, SQLException {
        JsonNode body = JsonBodies.object(call.exchange().body());
        ObjectType object =
                RecordWrites.writable(call.schema(), body.path("object").asText(""));
        WriteOperation operation = WriteOperation.of(body.path("operation").asText(""))
                .orElseThrow(() ->
                        invalid("INVALIDOPERATION", "operation must be insert, update, upsert, delete or hardDelete"));
        String key = body.path("externalIdFieldName").asText("");
        if (operation == WriteOperation.UPSERT) {
            if (key.isEmpty()) {
                throw invalid(
                        "INVALIDJOB",
                        "External ID was blank for " + object.name()
                                + ". An External ID must be specified for upsert.");
            }
            RecordWrites.key(object, key);
        }
        option(body, "contentType", "CSV", Set.of("CSV"));
        Instant now = clock.instant();
        IngestJob job = new IngestJob(
                SalesforceId.of("750", ThreadLocalRandom.current().nextLong(JOB_NUMBERS)),
                call.org().name(),
                call.session().userId(),
                operation,
                object.name(),
                operation == WriteOperation.UPSERT ? key : null,
                call.version(),
                option(body, "columnDelimiter", "COMMA", Delimiters.NAMES),
                option(body, "lineEnding", "LF", Delimiters.LINE_ENDINGS),
                IngestJob.State.Open,
                false,
                0,
                0,
                null,
                0,
                now,
                now);
        store.insert(job);
        call.json(200, info(job, false));
    }

    private static String option(JsonNode body, String name, String usual, Set<String> allowed) {
        String value = body.path(name).asText(usual);
        if (!allowed.contains(value)) {
            throw invalid(
                    "INVALIDJOB",
                    name + " must be one of " + allowed.stream().sorted().toList());
        }
        return value;
    }

    /** {@code PUT /jobs/ingest/{id}/batches}: 201, once. */
    public void upload(Call call) throws IOException, SQLException {
        IngestJob job = job(call);
        Optional<Path> file = call.exchange().upload();
        if (file.isPresent() && Files.size(file.get()) > MAX_UPLOAD) {
            throw invalid("INVALIDBATCH", "the uploaded file is larger than 150 MB");
        }
        String type = call.exchange().header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("text/csv")) {
            throw new SalesforceFault(415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type must be text/csv");
        }
        if (job.state() != IngestJob.State.Open) {
            throw invalid("INVALIDJOBSTATE", "job " + job.id() + " is " + job.state() + " and takes no file");
        }
        if (!store.uploaded(job.id())) {
            throw invalid(
                    "INVALIDBATCH",
                    "Found multiple contents for job: <" + job.id()
                            + ">, please 'Close' / 'Abort' / 'Delete' the current"
                            + " Job then create a new Job and make sure you only do 'PUT' once on a given Job.");
        }
        if (file.isPresent()) {
            files.take(job.id(), file.get());
        } else {
            files.take(job.id(), call.exchange().body());
        }
        call.empty(201);
    }

    /** {@code PATCH /jobs/ingest/{id}}: {@code UploadComplete} starts it, {@code Aborted} ends it. */
    public void change(Call call) throws IOException, SQLException {
        IngestJob job = job(call);
        String wanted = JsonBodies.object(call.exchange().body()).path("state").asText("");
        switch (wanted) {
            case "UploadComplete" -> {
                if (!job.uploaded()) {
                    throw invalid("INVALIDJOBSTATE", "no file was uploaded for job " + job.id());
                }
                if (!store.move(job.id(), EnumSet.of(IngestJob.State.Open), IngestJob.State.UploadComplete, null)) {
                    throw invalid("INVALIDJOBSTATE", "Closing already " + job.state() + " Job not allowed");
                }
                runner.submit(job);
            }
            case "Aborted" -> {
                Set<IngestJob.State> going =
                        EnumSet.of(IngestJob.State.Open, IngestJob.State.UploadComplete, IngestJob.State.InProgress);
                if (!store.move(job.id(), going, IngestJob.State.Aborted, null)) {
                    throw invalid("INVALIDJOBSTATE", "Aborting already " + job.state() + " Job not allowed");
                }
                if (job.state() != IngestJob.State.InProgress) {
                    files.leaveUntouched(job.id());
                }
            }
            default -> throw invalid("INVALIDJOBSTATE", "state can only be changed to UploadComplete or Aborted");
        }
        call.json(200, info(job(call), false));
    }

    /** {@code GET /jobs/ingest}. */
    public void list(Call call) throws IOException, SQLException {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("done", true);
        page.put(
                "records",
                store.list(call.org().name()).stream()
                        .map(job -> info(job, false))
                        .toList());
        page.put("nextRecordsUrl", null);
        call.json(200, page);
    }

    /** {@code GET /jobs/ingest/{id}}. */
    public void state(Call call) throws IOException, SQLException {
        call.json(200, info(job(call), true));
    }

    /** {@code DELETE /jobs/ingest/{id}}: 204; only jobs that do not run. */
    public void delete(Call call) throws IOException, SQLException {
        IngestJob job = job(call);
        if (!job.state().ended()) {
            throw invalid("INVALIDJOBSTATE", "Deleting not yet completed job not allowed");
        }
        store.delete(job.id());
        files.delete(job.id());
        call.empty(204);
    }

    /** {@code GET …/successfulResults}: with {@code sf__Id} and {@code sf__Created}. */
    public void successful(Call call) throws IOException, SQLException {
        result(call, IngestFiles.Result.SUCCESSFUL);
    }

    /** {@code GET …/failedResults}: with {@code sf__Id} and {@code sf__Error}. */
    public void failed(Call call) throws IOException, SQLException {
        result(call, IngestFiles.Result.FAILED);
    }

    /** {@code GET …/unprocessedrecords}: rows as they came. */
    public void unprocessed(Call call) throws IOException, SQLException {
        result(call, IngestFiles.Result.UNPROCESSED);
    }

    private void result(Call call, IngestFiles.Result result) throws IOException, SQLException {
        IngestJob job = job(call);
        if (!job.state().ended()) {
            throw invalid("INVALIDJOBSTATE", "job " + job.id() + " is " + job.state() + " and has no results yet");
        }
        try (OutputStream out = call.exchange().stream(200, "text/csv")) {
            files.copy(job.id(), result, out);
        }
    }

    private IngestJob job(Call call) throws SQLException {
        String id = SalesforceId.normalise(call.variable("id")).orElseThrow(SalesforceFault::notFound);
        return store.find(call.org().name(), id).orElseThrow(SalesforceFault::notFound);
    }

    private static SalesforceFault invalid(String code, String message) {
        return new SalesforceFault(400, code, message);
    }

    private static Map<String, Object> info(IngestJob job, boolean progress) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("id", job.id());
        info.put("operation", job.operation().apiName());
        info.put("object", job.object());
        info.put("createdById", job.userId());
        info.put("createdDate", Values.instant(job.createdAt()));
        info.put("systemModstamp", Values.instant(job.modifiedAt()));
        info.put("state", job.state().name());
        if (job.keyField() != null) {
            info.put("externalIdFieldName", job.keyField());
        }
        info.put("concurrencyMode", "Parallel");
        info.put("contentType", "CSV");
        info.put("apiVersion", new BigDecimal(job.apiVersion()));
        if (!progress) {
            info.put("contentUrl", "services/data/v" + job.apiVersion() + "/jobs/ingest/" + job.id() + "/batches");
        }
        info.put("lineEnding", job.lineEnding());
        info.put("columnDelimiter", job.delimiter());
        if (progress) {
            info.put("jobType", "V2Ingest");
            info.put("numberRecordsProcessed", job.processed());
            info.put("numberRecordsFailed", job.failed());
            info.put("retries", 0);
            info.put("totalProcessingTime", job.milliseconds());
            info.put("apiActiveProcessingTime", job.milliseconds());
            info.put("apexProcessingTime", 0);
            if (job.error() != null) {
                info.put("errorMessage", job.error());
            }
        }
        return info;
    }
}
