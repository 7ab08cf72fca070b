package dev.minori.simulators.salesforce.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.org.Orgs;
import dev.minori.simulators.salesforce.query.Values;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Bulk API 2.0 query: create, state, results by locator, abort, delete. Source: Bulk API 2.0 Developer Guide, "Query".
 * Every result page repeats the header line, and the last one carries the literal locator {@code null}.
 */
public final class BulkQueryEndpoints {

    private static final int DEFAULT_PAGE_ROWS = 50_000;
    private static final int PAGES_AT_ONCE = 5;
    private static final int RESULT_PAGES_SINCE = 58;
    private static final long JOB_NUMBERS = 13_000_000_000_000_000L;

    private final BulkQueryStore store;
    private final ResultFiles files;
    private final BulkQueryRunner runner;
    private final Clock clock;

    /** @param directory where result files are kept until their job is deleted */
    public BulkQueryEndpoints(Database database, Orgs orgs, Clock clock, Path directory, Executor executor)
            throws IOException {
        this.store = new BulkQueryStore(database, clock);
        this.files = new ResultFiles(directory);
        this.runner = new BulkQueryRunner(database, orgs, store, files, clock, executor);
        this.clock = clock;
    }

    /** Takes up the jobs a stopped process left unfinished. */
    public void resume() throws SQLException {
        store.unfinished().forEach(runner::submit);
    }

    /** {@code POST /jobs/query}. */
    public void create(Call call) throws IOException, SQLException {
        JsonNode body = body(call);
        String operation = body.path("operation").asText("");
        if (!operation.equals("query") && !operation.equals("queryAll")) {
            throw invalid("INVALIDOPERATION", "operation must be query or queryAll");
        }
        String soql = body.path("query").asText("");
        Compiled compiled =
                CsvExport.accepted(runner.compile(call.org(), call.session().userId(), soql, operation));
        Instant now = clock.instant();
        BulkQueryJob job = new BulkQueryJob(
                SalesforceId.of("750", ThreadLocalRandom.current().nextLong(JOB_NUMBERS)),
                call.org().name(),
                call.session().userId(),
                operation,
                compiled.object().name(),
                soql,
                call.version(),
                option(body, "columnDelimiter", "COMMA", Delimiters.NAMES),
                option(body, "lineEnding", "LF", Delimiters.LINE_ENDINGS),
                BulkQueryJob.State.UploadComplete,
                0,
                null,
                0,
                now,
                now);
        if (!option(body, "contentType", "CSV", Set.of("CSV")).equals("CSV")) {
            throw invalid("FEATURENOTENABLED", "only CSV results are supported");
        }
        store.insert(job);
        runner.submit(job);
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

    /** {@code GET /jobs/query}. */
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

    /** {@code GET /jobs/query/{id}}. */
    public void state(Call call) throws IOException, SQLException {
        call.json(200, info(job(call), true));
    }

    /** {@code PATCH /jobs/query/{id}} with {@code {"state": "Aborted"}}. */
    public void abort(Call call) throws IOException, SQLException {
        BulkQueryJob job = job(call);
        if (!body(call).path("state").asText("").equals("Aborted")) {
            throw invalid("INVALIDJOBSTATE", "state can only be changed to Aborted");
        }
        if (!store.move(job.id(), BulkQueryJob.State.Aborted, job.records(), job.milliseconds(), null)) {
            throw invalid("INVALIDJOBSTATE", "Aborting already " + job.state() + " Job not allowed");
        }
        call.json(200, info(job(call), false));
    }

    /** {@code DELETE /jobs/query/{id}}: 204; only jobs that have ended. */
    public void delete(Call call) throws IOException, SQLException {
        BulkQueryJob job = job(call);
        if (!job.state().ended()) {
            throw invalid("INVALIDJOBSTATE", "Deleting not yet completed job not allowed");
        }
        store.delete(job.id());
        files.delete(job.id());
        call.empty(204);
    }

    /** {@code GET /jobs/query/{id}/results?locator=&maxRecords=}. */
    public void results(Call call) throws IOException, SQLException {
        BulkQueryJob job = job(call);
        if (!job.apiVersion().equals(call.version())) {
            throw new SalesforceFault(
                    409,
                    "API_ERROR",
                    "The API version of the request, " + call.version()
                            + ", is not the version the job was created with, " + job.apiVersion());
        }
        if (job.state() == BulkQueryJob.State.Failed || job.state() == BulkQueryJob.State.Aborted) {
            throw invalid("INVALIDJOBSTATE", "job " + job.id() + " is " + job.state() + " and has no results");
        }
        if (job.state() != BulkQueryJob.State.JobComplete) {
            call.empty(204);
            return;
        }
        if (!files.exists(job.id())) {
            throw SalesforceFault.notFound();
        }
        long first = firstRow(call, job);
        long end = Math.min(job.records(), first + maxRecords(call));
        String next = end < job.records() ? locator(end) : "null";
        call.exchange().set("Sforce-Locator", next).set("Sforce-NumberOfRecords", String.valueOf(end - first));
        Compiled compiled = runner.compile(call.org(), job.userId(), job.soql(), job.operation());
        String header = compiled.headers(String.valueOf(job.delimiterCharacter())) + job.lineEnd();
        try (OutputStream out = call.exchange().stream(200, "text/csv")) {
            out.write(header.getBytes(StandardCharsets.UTF_8));
            files.copy(job.id(), first, end, out);
        }
    }

    /** {@code GET /jobs/query/{id}/resultPages}: addresses of up to five pages, to be read side by side. */
    public void resultPages(Call call) throws IOException, SQLException {
        BulkQueryJob job = job(call);
        if (call.versionNumber() < RESULT_PAGES_SINCE) {
            throw SalesforceFault.notFound();
        }
        if (job.state() != BulkQueryJob.State.JobComplete) {
            throw invalid("INVALIDJOBSTATE", "job " + job.id() + " is " + job.state() + " and has no result pages");
        }
        String root = call.dataRoot() + "/jobs/query/" + job.id();
        List<Map<String, String>> pages = new ArrayList<>();
        long row = firstRow(call, job);
        while (row < job.records() && pages.size() < PAGES_AT_ONCE) {
            pages.add(Map.of("resultUrl", root + "/results?locator=" + locator(row)));
            row += Math.min(DEFAULT_PAGE_ROWS, call.org().paging().mostRows());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("resultPages", pages);
        if (row < job.records()) {
            answer.put("nextRecordsUrl", root + "/resultPages?locator=" + locator(row));
        }
        answer.put("done", row >= job.records());
        call.json(200, answer);
    }

    private static String locator(long row) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(row).getBytes(StandardCharsets.US_ASCII));
    }

    private static long firstRow(Call call, BulkQueryJob job) {
        String locator = call.exchange().query("locator");
        if (locator == null || locator.isEmpty()) {
            return 0;
        }
        try {
            long row = Long.parseLong(new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.US_ASCII));
            if (row >= 0 && row < job.records()) {
                return row;
            }
        } catch (IllegalArgumentException e) {
            throw invalid("INVALIDLOCATOR", "The locator '" + locator + "' is not valid");
        }
        throw invalid("INVALIDLOCATOR", "The locator '" + locator + "' is not valid");
    }

    private static long maxRecords(Call call) {
        return Math.min(askedRecords(call), call.org().paging().mostRows());
    }

    private static long askedRecords(Call call) {
        String given = call.exchange().query("maxRecords");
        if (given == null || given.isEmpty()) {
            return DEFAULT_PAGE_ROWS;
        }
        if (!given.matches("[1-9]\\d{0,8}")) {
            throw invalid("INVALIDJOB", "maxRecords must be a positive number");
        }
        return Long.parseLong(given);
    }

    private BulkQueryJob job(Call call) throws SQLException {
        String id = SalesforceId.normalise(call.variable("id")).orElseThrow(SalesforceFault::notFound);
        return store.find(call.org().name(), id).orElseThrow(SalesforceFault::notFound);
    }

    private static JsonNode body(Call call) {
        try {
            return Json.MAPPER.readTree(call.exchange().bodyText());
        } catch (JsonProcessingException e) {
            throw invalid("JSON_PARSER_ERROR", String.valueOf(e.getOriginalMessage()));
        }
    }

    private static SalesforceFault invalid(String code, String message) {
        return new SalesforceFault(400, code, message);
    }

    private static Map<String, Object> info(BulkQueryJob job, boolean progress) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("id", job.id());
        info.put("operation", job.operation());
        info.put("object", job.object());
        info.put("createdById", job.userId());
        info.put("createdDate", Values.instant(job.createdAt()));
        info.put("systemModstamp", Values.instant(job.modifiedAt()));
        info.put("state", job.state().name());
        info.put("concurrencyMode", "Parallel");
        info.put("contentType", "CSV");
        info.put("apiVersion", new BigDecimal(job.apiVersion()));
        if (progress) {
            info.put("jobType", "V2Query");
        }
        info.put("lineEnding", job.lineEnding());
        info.put("columnDelimiter", job.delimiter());
        if (progress) {
            info.put("numberRecordsProcessed", job.records());
            info.put("retries", 0);
            info.put("totalProcessingTime", job.milliseconds());
            info.put("isPkChunkingSupported", true);
            if (job.error() != null) {
                info.put("errorMessage", job.error());
            }
        }
        return info;
    }
}
