package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is configured by hand: repeated requests do nothing twice, and each change is on the audit trail. */
@SyncComponentTest
class ConfigurationComponentTest {
    private final UUID workspace = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @BeforeEach
    void open() {
        bench.createWorkspace("株式会社わかば");
    }

    @Test
    void aRepeatedCreationGivesTheSameConnectionAndOtherContentIsRefused() {
        Map<String, Object> first = connection("salesforce-demo");
        String created =
                create("/api/v1/connections", "key-c", first, 201).jsonPath().getString("id");

        JsonPath again = create("/api/v1/connections", "key-c", first, 201).jsonPath();
        Response other = create("/api/v1/connections", "key-c", connection("other"), 422);

        assertThat(again.getString("id")).isEqualTo(created);
        assertThat(other.jsonPath().getString("type")).endsWith("/idempotency-key-reused");
        assertThat(bench.admin().get("/api/v1/connections").jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void aRepeatedMappingIsMadeOnceEvenWhenItsSourceIsGone() {
        UUID connection = UUID.randomUUID();
        bench.connectSalesforce(connection, salesforce, "minori-demo");
        String yaml = Workbench.starter("salesforce-account.yaml");
        String created = bench.admin()
                .contentType("application/yaml")
                .header("Idempotency-Key", "key-m")
                .body(yaml)
                .post("/api/v1/mappings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Inspection.update(
                "update connection set settings = replace(settings, ?, 'http://127.0.0.1:1'), version = version + 1"
                        + " where id = ?",
                salesforce,
                connection);

        String again = bench.admin()
                .contentType("application/yaml")
                .header("Idempotency-Key", "key-m")
                .body(yaml)
                .post("/api/v1/mappings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(again).isEqualTo(created);
    }

    @Test
    void secretsDoNotFollowAConnectionToAnotherPlace() {
        UUID id = UUID.randomUUID();
        bench.connectSalesforce(id, salesforce, "minori-demo");
        String elsewhere = salesforce.replace("127.0.0.1", "localhost");

        JsonPath refused = move(id, elsewhere, Map.of()).jsonPath();
        assertThat(refused.getInt("status")).as(refused.prettify()).isEqualTo(400);
        assertThat(refused.getString("errors[0].pointer")).isEqualTo("/salesforce/auth/clientSecret");
        assertThat(refused.getString("errors[0].code")).isEqualTo("secret-missing");
        assertThat(bench.admin()
                        .get("/api/v1/connections/" + id)
                        .path("salesforce.loginUrl")
                        .toString())
                .isEqualTo(salesforce);

        assertThat(move(id, salesforce + "/", Map.of()).statusCode())
                .as("the same place, written otherwise")
                .isEqualTo(200);
        assertThat(move(id, elsewhere, Map.of("clientSecret", "minori-demo-secret"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(bench.admin()
                        .post("/api/v1/connections/" + id + "/test")
                        .jsonPath()
                        .getBoolean("usable"))
                .isTrue();
    }

    @Test
    void tokensOfAppsDoNotFollowADomain() {
        UUID id = UUID.randomUUID();
        bench.connectKintone(id, salesforce);

        JsonPath refused = bench.admin()
                .header("If-Match", "\"1\"")
                .body(Map.of(
                        "name",
                        "kintone-demo",
                        "system",
                        "kintone",
                        "kintone",
                        Map.of("baseUrl", "https://elsewhere.example", "apps", List.of(Map.of("appId", 2)))))
                .put("/api/v1/connections/" + id)
                .jsonPath();

        assertThat(refused.getInt("status")).as(refused.prettify()).isEqualTo(400);
        assertThat(refused.getString("errors[0].pointer")).isEqualTo("/kintone/apps/0/token");
    }

    private Response move(UUID id, String loginUrl, Map<String, String> secrets) {
        Map<String, Object> auth = new HashMap<>(secrets);
        auth.putAll(Map.of("type", "client-credentials", "clientId", "minori-demo"));
        return bench.admin()
                .header("If-Match", "*")
                .body(Map.of(
                        "name",
                        "salesforce-demo",
                        "system",
                        "salesforce",
                        "salesforce",
                        Map.of("loginUrl", loginUrl, "auth", auth)))
                .put("/api/v1/connections/" + id);
    }

    @Test
    void aRepeatedRequestForARunGivesTheSameRun() {
        UUID mapping = publishedAccounts();
        Map<String, Object> full = Map.of("mappingId", mapping, "kind", "full");
        String run = create("/api/v1/sync-runs", "key-r", full, 202).jsonPath().getString("[0].id");
        bench.ended(run);

        assertThat(create("/api/v1/sync-runs", "key-r", full, 202).jsonPath().getString("[0].id"))
                .isEqualTo(run);
        assertThat(create("/api/v1/sync-runs", "key-r2", full, 202).jsonPath().getString("[0].id"))
                .isNotEqualTo(run);
    }

    @Test
    void everyChangeIsOnTheAuditTrailWithItsActorAndWithoutSecrets() {
        UUID mapping = publishedAccounts();
        bench.createMember(UUID.randomUUID(), "hanako", "佐藤花子");
        bench.admin()
                .body(Map.of("name", "東日本"))
                .put("/api/v1/teams/" + UUID.randomUUID())
                .then()
                .statusCode(200);
        bench.run(mapping, "incremental");
        UUID usage = UUID.randomUUID();
        bench.publishRecentUsage(usage);
        bench.firstRun(usage);
        List<String> rejected = rejected(usage);
        JsonPath replayed = create("/api/v1/quarantine/replays", "key-q", Map.of("mappingId", usage), 200)
                .jsonPath();
        create("/api/v1/quarantine/replays", "key-q", Map.of("mappingId", usage), 200);
        assertThat(actions()).as("once for a key").containsOnlyOnce("quarantine-replayed");
        assertThat(replayed.getInt("tried")).isEqualTo(2);
        assertThat(replayed.getInt("accepted")).isZero();
        assertThat(rejected(usage))
                .as("who is rejected once more keeps its place")
                .isEqualTo(rejected);

        assertThat(actions())
                .contains(
                        "workspace-saved",
                        "member-saved",
                        "team-saved",
                        "connection-saved",
                        "mapping-saved",
                        "mapping-published",
                        "sync-run-requested",
                        "quarantine-replayed");
        assertThat(Inspection.texts(
                        "select convert_from(details, 'UTF8') from audit_entry where workspace_id = ?", workspace))
                .noneMatch(details -> details.contains("minori-demo-secret"));
        assertThat(Inspection.texts("select distinct actor from audit_entry where workspace_id = ?", workspace))
                .containsExactly("admin");
    }

    @Test
    void ownersAreLinkedByWhoSawTheNewestLinks() {
        UUID connection = UUID.randomUUID();
        UUID hanako = UUID.randomUUID();
        bench.connectSalesforce(connection, salesforce, "minori-demo");
        bench.createMember(hanako, "hanako", "佐藤花子");
        String links = "/api/v1/connections/" + connection + "/owner-links";
        String seen = bench.admin().get(links).header("ETag");

        Response linked = link(links, seen, "005A", hanako);
        assertThat(linked.statusCode()).isEqualTo(200);
        assertThat(linked.header("ETag"))
                .isNotEqualTo(seen)
                .isEqualTo(bench.admin().get(links).header("ETag"));
        assertThat(link(links, seen, "005B", hanako).statusCode()).isEqualTo(412);
        assertThat(link(links, seen, "005A", hanako).statusCode())
                .as("what is so already")
                .isEqualTo(200);
        assertThat(bench.admin().get(links).jsonPath().getList("items.ownerId")).containsExactly("005A");

        assertThat(link(links, linked.header("ETag"), "005B", hanako).jsonPath().getList("ownerId"))
                .as("only what was named")
                .containsExactly("005B");
        JsonPath first = bench.admin().get(links + "?limit=1").jsonPath();
        assertThat(first.getList("items.ownerId")).containsExactly("005A");
        assertThat(bench.admin()
                        .get(links + "?limit=1&cursor=" + first.getString("nextCursor"))
                        .jsonPath()
                        .getList("items.ownerId"))
                .containsExactly("005B");
    }

    private Response link(String links, String ifMatch, String owner, UUID member) {
        return bench.admin()
                .header("If-Match", ifMatch)
                .body(List.of(Map.of("owner", owner, "memberId", member)))
                .put(links);
    }

    @Test
    void aRefusedChangeLeavesNoEntry() {
        int before = actions().size();
        bench.admin().body(connection(" ")).post("/api/v1/connections").then().statusCode(400);
        bench.createWorkspace("株式会社わかば");

        assertThat(actions()).hasSize(before);
    }

    private List<String> rejected(UUID mapping) {
        return bench.admin()
                .get("/api/v1/quarantine?mappingId=" + mapping)
                .jsonPath()
                .getList("items.id", String.class);
    }

    private List<String> actions() {
        return Inspection.texts("select action from audit_entry where workspace_id = ?", workspace);
    }

    private UUID publishedAccounts() {
        UUID mapping = UUID.randomUUID();
        bench.connectSalesforce(UUID.randomUUID(), salesforce, "minori-demo");
        bench.publish(mapping, "salesforce-account.yaml");
        bench.firstRun(mapping);
        return mapping;
    }

    private Response create(String path, String key, Map<String, Object> body, int status) {
        return bench.admin()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .response();
    }

    private Map<String, Object> connection(String name) {
        return Map.of(
                "name",
                name,
                "system",
                "salesforce",
                "salesforce",
                Map.of(
                        "loginUrl",
                        salesforce,
                        "auth",
                        Map.of(
                                "type", "client-credentials",
                                "clientId", "minori-demo",
                                "clientSecret", "minori-demo-secret")));
    }
}
