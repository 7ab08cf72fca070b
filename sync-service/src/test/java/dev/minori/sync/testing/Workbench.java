package dev.minori.sync.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import dev.minori.platform.postgres.ServiceDatabase;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What an integrator does, through the public API, and what left the service. */
public final class Workbench {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<String> ENDED = Set.of("succeeded", "failed");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID workspace;

    public Workbench(UUID workspace) {
        this.workspace = workspace;
    }

    /** A request of somebody with these roles. */
    public RequestSpecification as(String user, String... roles) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)
                                .defaultContentCharset(StandardCharsets.UTF_8)))
                .auth()
                .oauth2(Tokens.of(user, workspace, roles))
                .contentType(ContentType.JSON);
    }

    public RequestSpecification admin() {
        return as("admin", "admin", "integrator", "cs-ops");
    }

    public void createWorkspace(String name) {
        admin().body(Map.of(
                        "name", name,
                        "zone", "Asia/Tokyo",
                        "fiscalYearStartMonth", 4,
                        "currency", "JPY",
                        "visibility", "all"))
                .put("/api/v1/workspaces/" + workspace)
                .then()
                .statusCode(200);
    }

    public void createMember(UUID id, String user, String name) {
        admin().body(Map.of(
                        "subject",
                        user,
                        "name",
                        name,
                        "email",
                        user + "@minori-demo.example",
                        "language",
                        "ja",
                        "zone",
                        "Asia/Tokyo"))
                .put("/api/v1/members/" + id)
                .then()
                .statusCode(200);
    }

    public void connectSalesforce(UUID id, String url, String clientId) {
        admin().body(Map.of(
                        "name",
                        "salesforce-demo",
                        "system",
                        "salesforce",
                        "salesforce",
                        Map.of(
                                "loginUrl",
                                url,
                                "auth",
                                Map.of(
                                        "type",
                                        "client-credentials",
                                        "clientId",
                                        clientId,
                                        "clientSecret",
                                        clientId + "-secret"))))
                .put("/api/v1/connections/" + id)
                .then()
                .statusCode(200);
    }

    public void connectKintone(UUID id, String url) {
        connectKintone(id, url, 2);
    }

    public void connectKintone(UUID id, String url, int app) {
        admin().body(Map.of(
                        "name",
                        "kintone-demo",
                        "system",
                        "kintone",
                        "kintone",
                        Map.of("baseUrl", url, "apps", List.of(Map.of("appId", app, "token", "demo-token-app" + app)))))
                .put("/api/v1/connections/" + id)
                .then()
                .statusCode(200);
    }

    /** Makes a connection whose system sends its records. */
    public void connectHttp(UUID id) {
        admin().body(Map.of("name", "core", "system", "http"))
                .put("/api/v1/connections/" + id)
                .then()
                .statusCode(200);
    }

    /** Makes a key by which records may be sent. */
    public JsonPath issueKey(UUID connection) {
        return admin().body(Map.of("name", "販売管理"))
                .post("/api/v1/connections/" + connection + "/intake-keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Sends records as the holder of a key does. */
    public Response send(UUID connection, String object, String key, String json) {
        return given().header("Minori-Key", key)
                .contentType("application/json; charset=utf-8")
                .body(json.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/intake/" + connection + "/{object}", object);
    }

    /** Saves and publishes a starter mapping; the schedule is so long that only asked-for runs happen after the first. */
    public void publish(UUID id, String starter) {
        publishDocument(id, starter(starter));
    }

    /** Publishes the usage of about a month: some thousand rows, enough for bulk pages of several chunks. */
    public void publishRecentUsage(UUID id) {
        publishDocument(id, starter("salesforce-daily-usage.yaml") + "filter: Date__c = LAST_N_DAYS:25\n");
    }

    /** Publishes a mapping of some of the accounts that never reads these fields. */
    public void publishAccounts(UUID id, String name, String filter, String... excludedFields) {
        publishDocument(
                id,
                starter("salesforce-account.yaml")
                                .replaceFirst("(?m)^name: .*$", "name: " + name)
                                .replaceFirst("(?m)^filter: .*\\R", "")
                        + "filter: " + filter + "\n"
                        + "excludedFields: [" + String.join(", ", excludedFields) + "]\n");
    }

    /** Publishes a mapping document; its schedule becomes so long that only asked-for runs happen after the first. */
    public void publishDocument(UUID id, String document) {
        RequestSpecification request = admin().contentType("application/yaml")
                .body(document.replaceFirst("(?m)^schedule: .*$", "schedule: P1D"));
        String known = admin().get("/api/v1/mappings/" + id).header("ETag");
        if (known != null) {
            request.header("If-Match", known);
        }
        request.put("/api/v1/mappings/" + id).then().statusCode(200);
        admin().post("/api/v1/mappings/" + id + "/publication").then().statusCode(200);
    }

    /** The first run of a mapping, which its publication starts. */
    public JsonPath firstRun(UUID mapping) {
        String id = await().atMost(PATIENCE)
                .until(
                        () -> admin().get("/api/v1/sync-runs?mappingId=" + mapping)
                                .jsonPath()
                                .getList("items.id", String.class),
                        found -> !found.isEmpty())
                .getLast();
        return succeeded(id);
    }

    /** The newest run of a mapping, as soon as there is one. */
    public String newestRun(UUID mapping) {
        return await().atMost(PATIENCE)
                .until(
                        () -> admin().get("/api/v1/sync-runs?mappingId=" + mapping)
                                .jsonPath()
                                .getList("items.id", String.class),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** Asks for a run and waits for its end. */
    public JsonPath run(UUID mapping, String kind) {
        return succeeded(request(mapping, kind));
    }

    /** Asks for a run; gives its id. */
    public String request(UUID mapping, String kind) {
        return admin().body(Map.of("mappingId", mapping, "kind", kind))
                .post("/api/v1/sync-runs")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("[0].id");
    }

    /** A run when it has ended, however it ended. */
    public JsonPath ended(String runId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> admin().get("/api/v1/sync-runs/" + runId).jsonPath(),
                        found -> ENDED.contains(found.getString("state")));
    }

    /** A run when it has succeeded; its counts add up. */
    public JsonPath succeeded(String runId) {
        JsonPath run = ended(runId);
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("succeeded");
        long sum = run.getLong("counts.added")
                + run.getLong("counts.changed")
                + run.getLong("counts.unchanged")
                + run.getLong("counts.removed")
                + run.getLong("counts.rejected");
        assertThat(run.getLong("counts.read")).as(run.prettify()).isEqualTo(sum);
        return run;
    }

    /** Saves a document in YAML as the mapping's draft; its schedule becomes long, as in what is published. */
    public void saveDraft(UUID id, String document) {
        RequestSpecification request = admin().contentType("application/yaml")
                .body(document.replaceFirst("(?m)^schedule: .*$", "schedule: P1D"));
        String known = admin().get("/api/v1/mappings/" + id).header("ETag");
        (known == null ? request : request.header("If-Match", known))
                .put("/api/v1/mappings/" + id)
                .then()
                .statusCode(200);
    }

    /** Tries the mapping's draft on so many records and waits for what comes of it. */
    public JsonPath dryRun(UUID mapping, int rows) {
        String id = admin().body(Map.of("rows", rows))
                .post("/api/v1/mappings/" + mapping + "/dry-runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return await().atMost(PATIENCE)
                .until(
                        () -> admin().get("/api/v1/mappings/" + mapping + "/dry-runs/" + id)
                                .jsonPath(),
                        found -> ENDED.contains(found.getString("state")));
    }

    /** The starter document called so. */
    public static String starter(String name) {
        try (InputStream in = Workbench.class.getResourceAsStream("/starter/mappings/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Messages of a run in the outbox, as JSON, in their order. */
    public static List<JsonNode> outbox(String runId) {
        return messages(runId).stream()
                .filter(message -> message.path("event").path("runId").asText().equals(runId))
                .toList();
    }

    /** Messages in the outbox that hold the text, as JSON, in their order. */
    public static List<JsonNode> messages(String text) {
        List<JsonNode> messages = new ArrayList<>();
        eachMessage(text, messages::add);
        return messages;
    }

    /** Ids of the facts a run told, one for each time; large runs are not held in memory. */
    public static List<String> factsToldBy(String runId) {
        List<String> ids = new ArrayList<>();
        eachMessage(
                runId,
                message -> message.path("event")
                        .path("facts")
                        .forEach(fact -> ids.add(fact.path("factId").asText())));
        return ids;
    }

    private static void eachMessage(String text, Consumer<JsonNode> reader) {
        ServiceDatabase database = ServiceTestResource.database();
        Map<String, String> environment = database.environment();
        try (Connection connection = DriverManager.getConnection(
                        environment.get("MINORI_DB_URL"),
                        environment.get("MINORI_DB_RELAY_USER"),
                        environment.get("MINORI_DB_RELAY_PASSWORD"));
                PreparedStatement select = connection.prepareStatement("""
                        select payload from outbox_message where position(convert_to(?, 'UTF8') in payload) > 0
                        order by position
                        """)) {
            connection.setAutoCommit(false);
            select.setFetchSize(20);
            select.setString(1, text);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.accept(JSON.readTree(rows.getBytes(1)));
                }
            }
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
