package dev.minori.simulators.salesforce.async;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.salesforce.soap.XmlElement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Jobs, batches and results. A POST is answered in its own format, a GET in the job's. */
final class AsyncEndpoints {

    private static final String XML = "application/xml;charset=UTF-8";
    private static final String JSON = "application/json;charset=UTF-8";
    private static final Pattern CHUNK_SIZE = Pattern.compile("chunksize\\s*=\\s*(\\d{1,9})");
    private static final int USUAL_CHUNK = 100_000;
    private static final int MAX_CHUNK = 250_000;
    private static final Set<String> CHUNKED_STANDARD_OBJECTS = Set.of(
            "Account",
            "Campaign",
            "CampaignMember",
            "Case",
            "Contact",
            "Lead",
            "LoginHistory",
            "Opportunity",
            "Task",
            "User");

    private final AsyncStore store;
    private final AsyncResults results;
    private final AsyncRunner runner;
    private final Clock clock;

    AsyncEndpoints(AsyncStore store, AsyncResults results, AsyncRunner runner, Clock clock) {
        this.store = store;
        this.results = results;
        this.runner = runner;
        this.clock = clock;
    }

    void create(AsyncCall call) throws IOException, SQLException {
        Map<String, String> given = given(call);
        String operation = given.getOrDefault("operation", "");
        if (!operation.equals("query") && !operation.equals("queryAll")) {
            throw new AsyncFault(
                    "FeatureNotEnabled",
                    "operation '" + operation + "' is not offered by this Salesforce simulator; it offers query and"
                            + " queryAll here and everything else by Bulk API 2.0");
        }
        ObjectType object = call.session()
                .schema()
                .object(given.getOrDefault("object", ""))
                .orElseThrow(() -> new AsyncFault("InvalidJob", "Unable to find object: " + given.get("object")));
        Instant now = clock.instant();
        AsyncJob job = new AsyncJob(
                AsyncStore.id("750"),
                call.session().org().name(),
                call.session().userId(),
                operation,
                object.name(),
                format(given.getOrDefault("contentType", "XML")),
                given.getOrDefault("concurrencyMode", "Parallel"),
                call.version(),
                chunkSize(call, object),
                AsyncJob.State.Open,
                now,
                now);
        store.insert(job);
        send(call, 201, call.json(), "jobInfo", AsyncDocuments.job(job, List.of()));
    }

    private static AsyncJob.Format format(String name) {
        for (AsyncJob.Format format : AsyncJob.Format.values()) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        throw new AsyncFault("InvalidJob", "contentType " + name + " is not offered for queries");
    }

    private static @Nullable Integer chunkSize(AsyncCall call, ObjectType object) {
        String header = call.exchange().header("Sforce-Enable-PKChunking");
        if (header == null || header.strip().equalsIgnoreCase("false")) {
            return null;
        }
        String options = header.toLowerCase(Locale.ROOT);
        if (options.contains("parent") || options.contains("startrow")) {
            throw new AsyncFault(
                    "FeatureNotEnabled", "parent and startRow are not offered by this Salesforce simulator");
        }
        if (!object.custom() && !CHUNKED_STANDARD_OBJECTS.contains(object.name())) {
            throw new AsyncFault("InvalidJob", "PK chunking is not supported for " + object.name());
        }
        Matcher size = CHUNK_SIZE.matcher(options);
        int rows = size.find() ? Integer.parseInt(size.group(1)) : USUAL_CHUNK;
        if (rows < 1 || rows > MAX_CHUNK) {
            throw new AsyncFault("InvalidJob", "chunkSize must be between 1 and " + MAX_CHUNK);
        }
        return rows;
    }

    void state(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = job(call);
        send(call, 200, isJson(job), "jobInfo", AsyncDocuments.job(job, store.batches(job.id())));
    }

    void change(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = job(call);
        AsyncJob.State wanted = switch (given(call).getOrDefault("state", "")) {
            case "Closed" -> AsyncJob.State.Closed;
            case "Aborted" -> AsyncJob.State.Aborted;
            default -> throw new AsyncFault("InvalidJobState", "a job can only be closed or aborted");
        };
        if (!store.end(job.id(), wanted)) {
            throw new AsyncFault("InvalidJobState", "the job is already " + job.state());
        }
        AsyncJob ended = job(call);
        send(call, 200, call.json(), "jobInfo", AsyncDocuments.job(ended, store.batches(job.id())));
    }

    void addBatch(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = job(call);
        if (job.state() != AsyncJob.State.Open) {
            throw new AsyncFault("InvalidJobState", "batches can only be added to an open job; it is " + job.state());
        }
        String soql = call.exchange().bodyText().strip();
        if (soql.isEmpty()) {
            throw new AsyncFault("InvalidBatch", "the batch has no query");
        }
        AsyncBatch batch = runner.add(call.session().org(), job, soql);
        send(call, 201, call.json(), "batchInfo", AsyncDocuments.batch(batch));
    }

    void batches(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = job(call);
        List<Map<String, Object>> all =
                store.batches(job.id()).stream().map(AsyncDocuments::batch).toList();
        send(call, 200, isJson(job), "batchInfoList", Map.of("batchInfo", all));
    }

    void batch(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = job(call);
        send(call, 200, isJson(job), "batchInfo", AsyncDocuments.batch(batch(call, job)));
    }

    void request(AsyncCall call) throws IOException, SQLException {
        AsyncBatch batch = batch(call, job(call));
        if (batch.firstId() != null) {
            throw new AsyncFault("FeatureNotEnabled", "the query of a chunk is not shown by this Salesforce simulator");
        }
        call.exchange().respond(200, "text/plain;charset=UTF-8", batch.soql());
    }

    void resultList(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = job(call);
        AsyncBatch batch = completed(call, job);
        if (isJson(job)) {
            call.exchange().respond(200, JSON, AsyncDocuments.json(List.of(batch.resultId())));
        } else {
            call.exchange()
                    .respond(200, XML, AsyncDocuments.xml("result-list", Map.of("result", List.of(batch.resultId()))));
        }
    }

    void result(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = job(call);
        AsyncBatch batch = completed(call, job);
        Path file = results.file(job, batch);
        if (!batch.resultId().equals(call.path().get("result")) || !Files.exists(file)) {
            throw new AsyncFault(
                    "InvalidBatch", "there is no result " + call.path().get("result"));
        }
        try (OutputStream out = call.exchange().stream(200, job.format().mediaType())) {
            Files.copy(file, out);
        }
    }

    private AsyncBatch completed(AsyncCall call, AsyncJob job) throws SQLException {
        AsyncBatch batch = batch(call, job);
        if (batch.state() != AsyncBatch.State.Completed) {
            throw new AsyncFault("InvalidBatch", "the batch has no results: it is " + batch.state());
        }
        return batch;
    }

    private AsyncJob job(AsyncCall call) throws SQLException {
        String id = SalesforceId.normalise(call.path().getOrDefault("job", "")).orElse("");
        return store.job(call.session().org().name(), id)
                .orElseThrow(() -> new AsyncFault(
                        "InvalidJob", "Unable to find job: " + call.path().get("job")));
    }

    private AsyncBatch batch(AsyncCall call, AsyncJob job) throws SQLException {
        String id =
                SalesforceId.normalise(call.path().getOrDefault("batch", "")).orElse("");
        return store.batch(job.id(), id)
                .orElseThrow(() -> new AsyncFault(
                        "InvalidBatch", "Unable to find batch: " + call.path().get("batch")));
    }

    private static boolean isJson(AsyncJob job) {
        return job.format() == AsyncJob.Format.JSON;
    }

    private static void send(AsyncCall call, int status, boolean json, String root, Map<String, ?> document)
            throws IOException {
        call.exchange()
                .respond(
                        status,
                        json ? JSON : XML,
                        json ? AsyncDocuments.json(document) : AsyncDocuments.xml(root, document));
    }

    /** The members of a request's document, in either format. */
    private static Map<String, String> given(AsyncCall call) {
        Map<String, String> members = new LinkedHashMap<>();
        try {
            if (call.json()) {
                JsonNode document = Json.MAPPER.readTree(call.exchange().bodyText());
                document.properties().stream()
                        .filter(one -> !one.getValue().isNull())
                        .forEach(one -> members.put(one.getKey(), one.getValue().asText("")));
            } else {
                XmlElement.parse(call.exchange().body())
                        .children()
                        .forEach(one -> members.put(one.name(), one.text().strip()));
            }
        } catch (JsonProcessingException | XMLStreamException e) {
            throw new AsyncFault("InvalidXml", "the document cannot be read");
        }
        return members;
    }
}
