package dev.minori.sync.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.kit.testing.Inspection;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.sync.testing.SourceSystems;
import dev.minori.sync.testing.Workbench;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Counts the calls of a day: the clock goes forward five minutes at a time, and every request that leaves is counted. */
@QuarkusTest
@TestProfile(MovedClock.class)
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "sync"))
@QuarkusTestResource(SourceSystems.class)
class CallsBench {
    private static final int OBJECTS = 8;
    private static final int RECORDS = number("RECORDS", 20_000);
    private static final int STEPS = number("STEPS", 288);
    private static final int APP = 902;
    private static final String TOKEN = "token902";
    private static final Duration STEP = Duration.ofMinutes(5);

    private final UUID workspace = UUID.randomUUID();
    private final UUID org = UUID.randomUUID();
    private final UUID domain = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);
    private final List<List<String>> ids = new ArrayList<>();
    private List<String> shops = List.of();

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @ConfigProperty(name = "test.kintone.url")
    String kintone;

    @Test
    void aDayOfFiveMinutesIsCounted() throws IOException {
        fill();
        try {
            connect();
            quiet(Duration.ZERO);
            long salesforceBefore = made(org);
            long kintoneBefore = made(domain);
            for (int step = 1; step <= STEPS; step++) {
                change(step);
                Duration offset = STEP.multipliedBy(step);
                control("POST", "/clock", "{\"offset\": \"" + offset + "\"}");
                MovedClock.move(offset);
                quiet(offset);
            }
            report(made(org) - salesforceBefore, made(domain) - kintoneBefore);
        } finally {
            control("POST", "/clock", "{\"offset\": \"PT0S\"}");
            MovedClock.move(Duration.ZERO);
            Inspection.update("delete from run_ticket where workspace_id = ?", workspace);
            Inspection.update("delete from mapping_schedule where workspace_id = ?", workspace);
        }
    }

    private void report(long calls, long appCalls) throws IOException {
        JsonPath spent =
                bench.admin().get("/api/v1/connections/" + org + "/budget").jsonPath();
        JsonPath compared =
                bench.admin().get("/api/v1/reconciliations?connectionId=" + org).jsonPath();
        String text = """
                calls of a day: %d records an object, 1 %% changed a day, read every 5 minutes, %d of 288 steps
                Salesforce, %d objects  %6d calls  limit 3,000  ratio %.2f
                kintone, 1 app          %6d calls  limit   600  ratio %.2f
                differences found by reconciliation: %s
                for what (today): %s
                """.formatted(
                        RECORDS,
                        STEPS,
                        OBJECTS,
                        calls,
                        calls / 3_000.0,
                        appCalls,
                        appCalls / 600.0,
                        compared.getList("items.difference"),
                        spent.getList("spentToday"));
        Files.writeString(Path.of("target", "bench.txt"), text);
        assertThat(compared.getList("items.difference", Integer.class)).allMatch(each -> each == 0);
    }

    private void fill() {
        String objects = IntStream.rangeClosed(1, OBJECTS)
                .mapToObj(i -> """
                        {"name": "Thing%1$d__c", "label": "もの%1$d", "labelPlural": "もの%1$d", "keyPrefix": "a2%1$d", "fields": [
                          {"name": "Name", "label": "名前", "type": "string", "required": true, "nameField": true},
                          {"name": "Site__c", "label": "サイト", "type": "string", "length": 100}]}
                        """.formatted(i))
                .collect(Collectors.joining(","));
        control(
                "PUT",
                "/orgs/calls",
                "{\"client\": {\"id\": \"calls\", \"secret\": \"calls-secret\"}, \"objects\": [" + objects + "]}");
        for (int object = 1; object <= OBJECTS; object++) {
            String type = "Thing" + object + "__c";
            List<String> made = new ArrayList<>();
            for (int from = 0; from < RECORDS; from += 200) {
                made.addAll(send(
                        "POST",
                        from,
                        Math.min(RECORDS, from + 200),
                        i -> Map.of("attributes", Map.of("type", type), "Name", "もの" + i)));
            }
            ids.add(made);
        }
        control("PUT", "/kintone/apps/" + APP, """
                {"name": "店舗", "fields": [
                  {"code": "店名", "label": "店名", "type": "SINGLE_LINE_TEXT"}],
                 "tokens": {"token902": ["view", "add", "edit", "delete"]}}
                """);
        shops = new ArrayList<>();
        for (int from = 0; from < RECORDS; from += 100) {
            List<Map<String, Map<String, String>>> records = IntStream.range(from, Math.min(RECORDS, from + 100))
                    .mapToObj(i -> Map.of("店名", Map.of("value", "店" + i)))
                    .toList();
            shops.addAll(kintone("POST", "records.json", Map.of("app", APP, "records", records))
                    .getList("ids", String.class));
        }
    }

    /** One percent a day, evenly; ids go round. */
    private void change(int step) {
        int from = changedUntil(step - 1);
        int until = changedUntil(step);
        if (from == until) {
            return;
        }
        for (int object = 1; object <= OBJECTS; object++) {
            String type = "Thing" + object + "__c";
            List<String> made = ids.get(object - 1);
            send(
                    "PATCH",
                    from,
                    until,
                    i -> Map.of(
                            "attributes",
                            Map.of("type", type),
                            "id",
                            made.get(i),
                            "Site__c",
                            "https://" + step + ".example"));
        }
        for (int i = from; i < until; i++) {
            kintone(
                    "PUT",
                    "record.json",
                    Map.of("app", APP, "id", shops.get(i), "record", Map.of("店名", Map.of("value", "店" + step))));
        }
    }

    private static int changedUntil(int step) {
        return (int) ((long) RECORDS * step / 100 / 288);
    }

    /** Every request that left for the source, sign-ins too; asking for the budget books what is not booked yet. */
    private long made(UUID connection) {
        bench.admin()
                .get("/api/v1/connections/" + connection + "/budget")
                .then()
                .statusCode(200);
        return Inspection.number(
                "select coalesce(sum(calls), 0) from call_spending where workspace_id = ? and connection_id = ?",
                workspace,
                connection);
    }

    private void connect() {
        bench.createWorkspace("株式会社いちにち");
        bench.connectSalesforce(org, salesforce, "calls");
        bench.admin()
                .body(Map.of(
                        "name",
                        "kintone-calls",
                        "system",
                        "kintone",
                        "kintone",
                        Map.of("baseUrl", kintone, "apps", List.of(Map.of("appId", APP, "token", TOKEN)))))
                .put("/api/v1/connections/" + domain)
                .then()
                .statusCode(200);
        for (int object = 1; object <= OBJECTS; object++) {
            publish("salesforce-demo", "Thing" + object + "__c", "Name");
        }
        publish("kintone-calls", String.valueOf(APP), "店名");
    }

    private void publish(String connection, String object, String field) {
        UUID id = UUID.randomUUID();
        String document = """
                name: %2$s
                connection: %1$s
                object: "%2$s"
                dataset: customer
                customerLink: self
                fields:
                  - {target: name, from: {copy: %3$s}}
                schedule: PT5M
                deletePolicy: remove
                """.formatted(connection, object, field);
        bench.admin()
                .contentType("application/yaml")
                .body(document)
                .put("/api/v1/mappings/" + id + "?publish=true")
                .then()
                .statusCode(200);
    }

    /** Waits until everything that was due has run. */
    private void quiet(Duration offset) {
        await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Inspection.number(
                                        "select count(*) from mapping_schedule where workspace_id = ? and due_at <= now() + ?::interval",
                                        workspace,
                                        offset.toString())
                                + Inspection.number("select count(*) from run_ticket where workspace_id = ?", workspace)
                        == 0);
    }

    private interface Shape {
        Map<String, Object> of(int number);
    }

    private List<String> send(String method, int from, int until, Shape shape) {
        List<Map<String, Object>> records =
                IntStream.range(from, until).mapToObj(shape::of).toList();
        return RestAssured.given()
                .auth()
                .oauth2(token())
                .contentType(ContentType.JSON)
                .body(Map.of("allOrNone", true, "records", records))
                .request(method, salesforce + "/services/data/v62.0/composite/sobjects")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("id", String.class);
    }

    private JsonPath kintone(String method, String resource, Object body) {
        return RestAssured.given()
                .header("X-Cybozu-API-Token", TOKEN)
                .contentType(ContentType.JSON)
                .body(body)
                .request(method, kintone + "/k/v1/" + resource)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void control(String method, String path, String body) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .request(method, salesforce + "/_control" + path)
                .then()
                .statusCode(200);
    }

    private String token() {
        return RestAssured.given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "calls")
                .formParam("client_secret", "calls-secret")
                .post(salesforce + "/services/oauth2/token")
                .jsonPath()
                .getString("access_token");
    }

    private static int number(String name, int usual) {
        return Integer.parseInt(System.getenv().getOrDefault(name, String.valueOf(usual)));
    }
}
