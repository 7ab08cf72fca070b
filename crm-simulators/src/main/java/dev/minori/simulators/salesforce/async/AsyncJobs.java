package dev.minori.simulators.salesforce.async;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.bulk.WriteOperation;
import dev.minori.simulators.salesforce.record.RecordWrites;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.soap.XmlElement;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Jobs. */
final class AsyncJobs {

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
    private final Clock clock;

    AsyncJobs(AsyncStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void create(AsyncCall call) throws IOException, SQLException {
        Map<String, String> given = given(call);
        String operation = given.getOrDefault("operation", "");
        Optional<WriteOperation> write = WriteOperation.of(operation);
        if (write.isEmpty() && !operation.equals("query") && !operation.equals("queryAll")) {
            throw new AsyncFault("InvalidJob", "Unable to parse the job: operation '" + operation + "'");
        }
        ObjectType object = call.session()
                .schema()
                .object(given.getOrDefault("object", ""))
                .orElseThrow(() -> new AsyncFault("InvalidJob", "Unable to find object: " + given.get("object")));
        String key = write.isPresent() ? key(call, write.get(), object, given) : null;
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
                write.isPresent() ? null : chunkSize(call, object),
                key,
                AsyncJob.State.Open,
                now,
                now);
        store.insert(job);
        call.send(201, call.json(), "jobInfo", AsyncDocuments.job(job, List.of()));
    }

    /** The field an upsert goes by; null for other writes. What may not be written is refused with the job. */
    private static @Nullable String key(
            AsyncCall call, WriteOperation write, ObjectType object, Map<String, String> given) {
        try {
            RecordWrites.writable(call.session().schema(), object.name());
            if (write != WriteOperation.UPSERT) {
                return null;
            }
            String key = given.getOrDefault("externalIdFieldName", "");
            if (key.isEmpty()) {
                throw new AsyncFault(
                        "InvalidJob",
                        "External ID was blank for " + object.name()
                                + ". An External ID must be specified for upsert.");
            }
            return RecordWrites.key(object, key).name();
        } catch (SalesforceFault e) {
            throw new AsyncFault("InvalidJob", e.text());
        }
    }

    private static AsyncJob.Format format(String name) {
        for (AsyncJob.Format format : AsyncJob.Format.values()) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        throw new AsyncFault("InvalidJob", "contentType " + name + " is not offered by this Salesforce simulator");
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
        AsyncJob job = store.job(call);
        call.send(200, job.isJson(), "jobInfo", AsyncDocuments.job(job, store.batches(job.id())));
    }

    void change(AsyncCall call) throws IOException, SQLException {
        AsyncJob job = store.job(call);
        AsyncJob.State wanted = switch (given(call).getOrDefault("state", "")) {
            case "Closed" -> AsyncJob.State.Closed;
            case "Aborted" -> AsyncJob.State.Aborted;
            default -> throw new AsyncFault("InvalidJobState", "a job can only be closed or aborted");
        };
        if (!store.end(job.id(), wanted)) {
            throw new AsyncFault("InvalidJobState", "the job is already " + job.state());
        }
        AsyncJob ended = store.job(call);
        call.send(200, call.json(), "jobInfo", AsyncDocuments.job(ended, store.batches(job.id())));
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
