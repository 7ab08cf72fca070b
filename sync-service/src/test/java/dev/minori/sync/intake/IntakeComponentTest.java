package dev.minori.sync.intake;

import static dev.minori.sync.intake.Sender.counts;
import static dev.minori.sync.intake.Sender.gzip;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A core system sends its records by HTTP: what is answered is kept, and goes the way of all records. */
@SyncComponentTest
class IntakeComponentTest {
    private static final String COMPANIES = """
            name: 基幹 取引先 → 顧客
            connection: core
            object: companies
            dataset: customer
            customerLink: self
            fields:
              - target: name
                from: {copy: 会社名}
              - target: customerCode
                from: {copy: code}
            schedule: PT5M
            deletePolicy: remove
            """;
    private static final String USAGE = """
            name: 基幹 利用 → 利用ログ
            connection: core
            object: usage
            dataset: usage
            customerLink: {customerCode: {field: company}}
            fields:
              - target: day
                from: {copy: day}
              - target: logins
                from: {copy: logins}
            effectiveDate: day
            schedule: PT5M
            deletePolicy: remove
            """;

    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);
    private Sender sender = new Sender(bench, connection, "");

    @BeforeEach
    void open() {
        bench.createWorkspace("株式会社みのり");
        bench.connectHttp(connection);
        sender = new Sender(bench, connection, bench.issueKey(connection).getString("key"));
    }

    @Test
    void whatIsSentBecomesFactsAndWhatCannotWaitsInQuarantine() throws IOException {
        UUID companies = UUID.randomUUID();
        UUID usage = UUID.randomUUID();
        // Before anybody declared or mapped anything: kept as it came.
        JsonPath first = sender.taken("usage", """
                [{"id": "u1", "company": "C-1", "day": "2026-11-20", "logins": 12},
                 {"id": "u2", "company": "C-1", "day": "2026-11-21", "logins": "たくさん"},
                 {"company": "C-1", "day": "2026-11-21", "logins": 1},
                 {"id": 3, "company": "C-9", "day": "2026-11-21", "logins": 5, "note": "a\\u0000b", "big": 1e308}]
                """);
        assertThat(counts(first)).isEqualTo("4 = 3 + 0 + 0 + 0 + 0 + 1, 0 quarantined");
        assertThat(first.getString("findings[0].field")).isEqualTo("id");
        assertThat(first.getInt("findings[0].index")).isEqualTo(2);
        sender.taken("companies", "{\"id\": \"c1\", \"会社名\": \"青葉商事\", \"code\": \"C-1\"}");

        bench.publishDocument(companies, COMPANIES);
        bench.firstRun(companies);
        declareUsage(null).then().statusCode(428);
        declareUsage("\"1\"").then().statusCode(200);
        bench.publishDocument(usage, USAGE);
        JsonPath load = bench.firstRun(usage);

        assertThat(load.getInt("counts.added")).isEqualTo(1);
        assertThat(load.getInt("counts.rejected")).isEqualTo(2);
        assertThat(reasons(usage)).containsExactlyInAnyOrder("unreadable-value", "customer-not-found");
        assertThat(facts("u1", usage)).singleElement().satisfies(fact -> {
            assertThat(fact.path("values").path("day").asText()).isEqualTo("2026-11-20");
            assertThat(fact.path("values").path("logins").asInt()).isEqualTo(12);
        });

        // The correction is a version; the fact goes out at once, in the live lane.
        JsonPath corrected = sender.taken("usage", """
                [{"id": "u2", "company": "C-1", "day": "2026-11-21", "logins": 99},
                 {"id": "u4", "company": "C-9", "day": "2026-11-22", "logins": 7}]
                """);
        assertThat(counts(corrected)).isEqualTo("2 = 1 + 1 + 0 + 0 + 0 + 0, 1 quarantined");
        assertThat(corrected.getString("findings[0].id")).isEqualTo("u4");
        assertThat(corrected.getString("findings[0].verdict")).isEqualTo("quarantined");
        assertThat(corrected.getString("findings[0].field")).isEqualTo("company");
        JsonPath standing = bench.succeeded(bench.newestRun(usage));
        assertThat(standing.getInt("counts.added")).isEqualTo(1);
        assertThat(standing.getInt("counts.rejected")).isEqualTo(1);
        assertThat(Workbench.outbox(standing.getString("id")))
                .singleElement()
                .satisfies(
                        message -> assertThat(message.path("origin").asText()).isEqualToIgnoringCase("live"));

        // Their customer arrives: they are tried again by themselves.
        sender.taken("companies", "{\"id\": \"c9\", \"会社名\": \"若葉工業\", \"code\": \"C-9\"}");
        bench.run(companies, "incremental");
        assertThat(reasons(usage)).isEmpty();

        JsonPath again = sender.post("usage", gzip("""
                {"id": "u4", "company": "C-9", "day": "2026-11-22", "logins": 7}
                not json
                {"id": "u5", "company": "C-9", "day": "2026-11-23", "logins": 8}
                """), "application/x-ndjson", "gzip")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        assertThat(counts(again)).isEqualTo("3 = 1 + 0 + 1 + 0 + 0 + 1, 0 quarantined");
        assertThat(again.getString("findings[0].reason")).isEqualTo("malformed-json");
        bench.run(usage, "full");
        bench.run(usage, "reconciliation");
        assertThat(Inspection.number(
                        "select count(*) from fact_record where mapping_id = ? and not removed and not gone", usage))
                .isEqualTo(5);
    }

    @Test
    void theNewerVersionStaysInWhateverOrderTheyCome() throws Exception {
        assertThat(counts(sender.taken("orders", version(5, "five"))))
                .isEqualTo("1 = 1 + 0 + 0 + 0 + 0 + 0, 0 quarantined");
        assertThat(counts(sender.taken("orders", version(5, "five"))))
                .isEqualTo("1 = 0 + 0 + 1 + 0 + 0 + 0, 0 quarantined");
        JsonPath older = sender.taken("orders", version(3, "three"));
        assertThat(counts(older)).isEqualTo("1 = 0 + 0 + 0 + 1 + 0 + 0, 0 quarantined");
        assertThat(older.getString("findings[0].verdict")).isEqualTo("older");
        assertThat(sender.taken("orders", version(5, "other")).getString("findings[0].reason"))
                .isEqualTo("same-stamp");
        assertThat(sender.taken("orders", version(500_000_000, "never")).getString("findings[0].reason"))
                .isEqualTo("stamp-in-future");

        List<Callable<JsonPath>> senders = new ArrayList<>();
        for (int stamp = 10; stamp < 40; stamp++) {
            String body = version(stamp, "v" + stamp);
            senders.add(() -> sender.taken("orders", body));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<JsonPath> sent : threads.invokeAll(senders.reversed())) {
                assertThat(sent.get().getInt("changed") + sent.get().getInt("older"))
                        .isEqualTo(1);
            }
        }
        assertThat(Inspection.texts(
                        "select convert_from(body, 'UTF8') from raw_record where connection_id = ?", connection))
                .singleElement()
                .asString()
                .contains("\"v39\"");
    }

    @Test
    void onlyALivingKeyOfTheConnectionLetsIn() {
        UUID stranger = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Workbench strangers = new Workbench(stranger);
        strangers.createWorkspace("あすなろ食品株式会社");
        strangers.connectHttp(other);
        String foreign = strangers.issueKey(other).getString("key");
        JsonPath second = bench.issueKey(connection);

        for (String refused : List.of(
                "mk_nonsense", foreign, sender.key().substring(0, sender.key().length() - 2) + "AA")) {
            bench.send(connection, "usage", refused, "[]").then().statusCode(401);
        }
        bench.send(other, "usage", sender.key(), "[]").then().statusCode(401);
        given().contentType("application/json")
                .body("[]")
                .post("/api/v1/intake/" + connection + "/usage")
                .then()
                .statusCode(401);
        bench.send(connection, "usage", sender.key(), "[]").then().statusCode(202);
        bench.send(connection, "usage", second.getString("key"), "[]").then().statusCode(202);

        String path = "/api/v1/connections/" + connection + "/intake-keys";
        List<String> ids = bench.admin().get(path).jsonPath().getList("id", String.class);
        bench.admin().delete(path + "/" + ids.getFirst()).then().statusCode(204);
        bench.send(connection, "usage", sender.key(), "[]").then().statusCode(401);
        bench.send(connection, "usage", second.getString("key"), "[]").then().statusCode(202);
        assertThat(bench.admin().get(path).asString())
                .doesNotContain(sender.key())
                .contains("revokedAt", "lastUsedAt");
        bench.as("hanako", "csm").get(path).then().statusCode(403);
        strangers.admin().get(path).then().statusCode(404);
        strangers.admin().delete(path + "/" + ids.getLast()).then().statusCode(404);

        Map<String, Object> request = Map.of("name", "再送");
        JsonPath made = bench.admin()
                .header("Idempotency-Key", "k1")
                .body(request)
                .post(path)
                .jsonPath();
        JsonPath repeated = bench.admin()
                .header("Idempotency-Key", "k1")
                .body(request)
                .post(path)
                .jsonPath();
        assertThat(repeated.getString("id")).isEqualTo(made.getString("id"));
        assertThat(made.getString("key")).startsWith("mk_");
        assertThat(repeated.getString("key")).isNull();
        assertThat(Inspection.findings(
                        workspace,
                        List.of(
                                sender.key().substring(50),
                                made.getString("key").substring(50))))
                .isEmpty();
    }

    @Test
    void tooMuchIsRefusedWholeAndNothingOfItIsKept() throws IOException {
        String many = "[" + "{\"id\": 1},".repeat(1_000) + "{\"id\": 2}]";
        bench.send(connection, "usage", sender.key(), many).then().statusCode(413);
        String large = "[{\"id\": 1, \"text\": \"" + "あ".repeat(1_700_000) + "\"}]";
        sender.post("usage", gzip(large), "application/json", "gzip").then().statusCode(413);
        bench.send(connection, "usage", sender.key(), "[{\"id\": 1}, {\"id\"")
                .then()
                .statusCode(400);
        sender.post("usage", "[]".getBytes(StandardCharsets.UTF_8), "application/json", "gzip")
                .then()
                .statusCode(400);
        bench.send(connection, "a b", sender.key(), "[]").then().statusCode(400);
        assertThat(Inspection.number("select count(*) from raw_record where connection_id = ?", connection))
                .isZero();

        String most = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"id\": " + i + ", \"company\": \"C-" + i + "\", \"logins\": " + i + "}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(sender.taken("most", most).getInt("added")).isEqualTo(1_000);
        assertThat(sender.taken("most", most).getInt("unchanged")).isEqualTo(1_000);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Inspection.update("update intake_key set minute = date_trunc('minute', now()), minute_calls = 600");
            Response limited = bench.send(connection, "usage", sender.key(), "[]");
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
        });
    }

    @Test
    void whatTheGuidesTellToSendIsTaken() throws IOException {
        for (String guide : List.of("intake.md", "intake.ja.md")) {
            Workbench reader = new Workbench(UUID.randomUUID());
            reader.createWorkspace("株式会社わかば");
            String text = Files.readString(Path.of("../docs/guides/admin", guide));
            List<String> bodies = Pattern.compile("-d '([^']+)'")
                    .matcher(text)
                    .results()
                    .map(body -> body.group(1))
                    .toList();
            String made = made(reader, "/api/v1/connections", bodies.get(0)).getString("id");
            String path = "/api/v1/connections/" + made;
            String theirs = made(reader, path + "/intake-keys", bodies.get(1)).getString("key");
            JsonPath sent = reader.send(UUID.fromString(made), "usage", theirs, bodies.get(2))
                    .then()
                    .statusCode(202)
                    .extract()
                    .jsonPath();
            assertThat(counts(sent)).isEqualTo("2 = 2 + 0 + 0 + 0 + 0 + 0, 0 quarantined");
            reader.admin()
                    .header("If-Match", "\"1\"")
                    .body(bodies.get(3))
                    .put(path + "/intake-shapes/usage")
                    .then()
                    .statusCode(200);
            String yaml = text.substring(text.indexOf("```yaml\n") + 8, text.indexOf("schedule: PT5M"));
            UUID mapping = UUID.randomUUID();
            reader.publishDocument(mapping, yaml + "schedule: P1D\ndeletePolicy: remove\n");
            assertThat(reader.firstRun(mapping).getInt("counts.read")).isEqualTo(2);
        }
    }

    private static JsonPath made(Workbench reader, String path, String body) {
        return reader.admin()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String version(int second, String text) {
        Instant stamp = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(second);
        return "{\"id\": \"o1\", \"updatedAt\": \"" + stamp + "\", \"state\": \"" + text + "\"}";
    }

    private Response declareUsage(String ifMatch) {
        var request = bench.admin()
                .body(Map.of(
                        "label",
                        "利用",
                        "fields",
                        List.of(
                                Map.of("code", "day", "label", "利用日", "type", "day"),
                                Map.of("code", "logins", "type", "number"))));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/connections/" + connection + "/intake-shapes/usage");
    }

    private List<String> reasons(UUID mapping) {
        return bench.admin()
                .get("/api/v1/quarantine?mappingId=" + mapping)
                .jsonPath()
                .getList("items.reason", String.class);
    }

    private static List<JsonNode> facts(String recordId, UUID mapping) {
        List<JsonNode> facts = new ArrayList<>();
        Workbench.messages(mapping.toString())
                .forEach(message -> message.path("event").path("facts").forEach(fact -> {
                    if (fact.toString().contains("\"" + recordId + "\"")) {
                        facts.add(fact);
                    }
                }));
        return facts;
    }
}
