package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From draft to dry run to published and back: what would happen is told before it does. */
@SyncComponentTest
class MappingVersionsComponentTest {
    private static final String UP_TO_9 = "CustomerCode__c LIKE 'C-0000%'";
    private static final String UP_TO_99 = "CustomerCode__c LIKE 'C-000%'";

    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID mapping = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @BeforeEach
    void open() {
        bench.createWorkspace("株式会社ためす");
        bench.connectSalesforce(connection, salesforce, "minori-demo");
    }

    @Test
    void aDryRunTellsRowByRowWhatPublishingThenDoes() {
        bench.publishAccounts(mapping, "取引先", UP_TO_99);
        bench.firstRun(mapping);
        bench.saveDraft(mapping, accounts(UP_TO_99).replace("{copy: Phase__c}", "{constant: 拡大}"));
        long history = rowsOf("raw_history");
        long messages = rowsOf("outbox_message");

        JsonPath tried = bench.dryRun(mapping, 1_000);

        assertThat(tried.getString("state")).as(tried.prettify()).isEqualTo("succeeded");
        assertThat(tried.getBoolean("whole")).isTrue();
        assertThat(tried.getLong("expected")).isEqualTo(99);
        assertThat(tried.getLong("counts.read")).isEqualTo(99);
        assertThat(tried.getLong("counts.added")).isZero();
        assertThat(tried.getLong("counts.removed")).isZero();
        long changed = tried.getLong("counts.changed");
        assertThat(changed).isPositive();
        assertThat(changed + tried.getLong("counts.unchanged")).isEqualTo(99);
        List<Map<String, Object>> rows = rows(tried, "changed");
        assertThat(rows).hasSize((int) changed);
        assertThat(rows).allSatisfy(row -> {
            Map<?, ?> change = onlyChange(row);
            assertThat(change.get("target")).isEqualTo("phase");
            assertThat(change.get("ja")).isEqualTo("フェーズ");
            assertThat(change.get("before")).isNotEqualTo("拡大");
            assertThat(change.get("after")).isEqualTo("拡大");
            assertThat((String) row.get("recordUrl")).startsWith(salesforce);
        });
        assertThat(rowsOf("raw_history")).as("nothing is kept").isEqualTo(history);
        assertThat(rowsOf("outbox_message")).as("nobody is told").isEqualTo(messages);

        String seen = bench.admin().get("/api/v1/mappings/" + mapping).header("ETag");
        assertThat(publish("\"1\"").statusCode()).as("another draft was seen").isEqualTo(412);
        assertThat(publish(seen).statusCode()).isEqualTo(200);
        assertThat(publish(seen).statusCode()).as("published already").isEqualTo(200);
        JsonPath run = bench.succeeded(bench.newestRun(mapping));
        assertThat(run.getString("kind")).isEqualTo("remap");
        assertThat(run.getLong("counts.changed")).as(run.prettify()).isEqualTo(changed);
        JsonPath full = bench.run(mapping, "full");
        assertThat(tried.getLong("fullRunCalls")).isBetween(1L, full.getLong("apiCalls"));
    }

    @Test
    void aDraftThatWasNeverPublishedIsTriedAgainstNothing() {
        bench.saveDraft(mapping, accounts(UP_TO_99));

        JsonPath tried = bench.dryRun(mapping, 20);

        assertThat(tried.getBoolean("whole")).as(tried.prettify()).isFalse();
        assertThat(tried.getLong("expected")).isEqualTo(99);
        assertThat(tried.getLong("counts.added"))
                .isEqualTo(tried.getLong("counts.read"))
                .isEqualTo(20);
        assertThat(tried.getString("comparedWith")).isNull();
        assertThat(rows(tried, "added"))
                .allSatisfy(row -> assertThat(row.get("customerId")).isNull());
        assertThat(rowsOf("raw_record")).isZero();
        assertThat(rowsOf("customer_identity")).isZero();
    }

    @Test
    void whoWouldLeaveWhoHasNoCustomerAndWhoIsRejectedIsTold() {
        bench.publishAccounts(mapping, "取引先", UP_TO_99);
        bench.firstRun(mapping);
        bench.saveDraft(mapping, accounts(UP_TO_9).replace("{copy: Website}", "{convert: {field: Website, as: text}}"));
        JsonPath narrower = bench.dryRun(mapping, 1_000);
        assertThat(narrower.getLong("counts.removed")).as(narrower.prettify()).isEqualTo(90);
        assertThat(narrower.getLong("counts.unchanged")).isEqualTo(9);
        assertThat(rows(narrower, "removed"))
                .allSatisfy(row -> assertThat(row.get("customerId")).isNotNull());

        UUID contracts = UUID.randomUUID();
        bench.saveDraft(
                contracts,
                Workbench.starter("salesforce-contract.yaml")
                        .replace("{copy: StartDate}", "{convert: {field: ProductName__c, as: date}}"));
        JsonPath tried = bench.dryRun(contracts, 30);
        assertThat(tried.getLong("counts.rejected")).as(tried.prettify()).isEqualTo(30);
        assertThat(rows(tried, "rejected")).allSatisfy(row -> {
            Map<?, ?> rejection = (Map<?, ?>) row.get("rejection");
            assertThat(rejection.get("reason")).isEqualTo("conversion-failed");
            assertThat(rejection.get("field")).isEqualTo("ProductName__c");
        });

        UUID orphans = UUID.randomUUID();
        bench.saveDraft(
                orphans,
                Workbench.starter("salesforce-contact.yaml").replace("object: Account}", "object: Customer__c}"));
        JsonPath unmatched = bench.dryRun(orphans, 30);
        assertThat(unmatched.getLong("counts.unmatched"))
                .as(unmatched.prettify())
                .isEqualTo(30);
    }

    @Test
    void anOlderVersionIsTakenUpAgainAsANewOneAndFieldsSaySinceWhenTheyAreKnown() {
        bench.publishAccounts(mapping, "取引先", UP_TO_9);
        bench.firstRun(mapping);
        bench.saveDraft(mapping, accounts(UP_TO_99).replaceFirst("(?m)^  - target: phase\\R.*\\R", ""));
        publish();
        bench.succeeded(bench.newestRun(mapping));

        List<Map<String, Object>> differences = bench.admin()
                .get("/api/v1/mappings/" + mapping + "/differences?from=1&to=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
        assertThat(differences).extracting(each -> each.get("part")).containsExactlyInAnyOrder("filter", "fields");
        assertThat(differences)
                .filteredOn(each -> each.get("part").equals("fields"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.get("target")).isEqualTo("phase");
                    assertThat(each.get("ja")).isEqualTo("フェーズ");
                    assertThat(each.get("after")).isNull();
                });
        assertThat(knownSince("phase")).isNull();

        assertThat(restore(1, null).statusCode()).isEqualTo(428);
        assertThat(restore(1, "\"1\"").statusCode()).isEqualTo(412);
        assertThat(restore(9, "*").statusCode()).isEqualTo(404);
        JsonPath restored = restore(
                        1, bench.admin().get("/api/v1/mappings/" + mapping).header("ETag"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(restored.getInt("version")).isEqualTo(3);
        assertThat(restored.getInt("restores")).isEqualTo(1);
        JsonPath now = bench.admin().get("/api/v1/mappings/" + mapping).jsonPath();
        assertThat(now.getInt("publishedVersion")).isEqualTo(3);
        assertThat(now.getBoolean("draftDiffers")).isFalse();
        assertThat(bench.admin()
                        .get("/api/v1/mappings/" + mapping + "/differences?from=1&to=draft")
                        .jsonPath()
                        .getList(""))
                .isEmpty();
        assertThat(knownSince("phase")).isEqualTo(3);
        assertThat(knownSince("industry")).isEqualTo(1);
        JsonPath run = bench.succeeded(bench.newestRun(mapping));
        assertThat(run.getInt("mappingVersion")).isEqualTo(3);
        assertThat(run.getLong("counts.removed"))
                .as("the rows that the wider filter brought leave again: %s", run.prettify())
                .isEqualTo(90);
    }

    @Test
    void onlyWhoMayChangeMappingsTriesThemAndStrangersSeeNothing() {
        bench.saveDraft(mapping, accounts(UP_TO_9));
        String dryRun = bench.dryRun(mapping, 5).getString("id");
        String path = "/api/v1/mappings/" + mapping + "/dry-runs";

        assertThat(bench.as("ops", "cs-ops").body(Map.of()).post(path).statusCode())
                .isEqualTo(403);
        assertThat(bench.as("ops", "cs-ops").get(path + "/" + dryRun + "/rows").statusCode())
                .isEqualTo(200);
        assertThat(bench.as("csm", "csm").get(path).statusCode()).isEqualTo(403);
        assertThat(bench.admin().body(Map.of("rows", 0)).post(path).statusCode())
                .isEqualTo(400);
        assertThat(bench.admin().get(path + "/" + dryRun + "/rows?outcome=half").statusCode())
                .isEqualTo(400);
        assertThat(new Workbench(UUID.randomUUID())
                        .admin()
                        .get(path + "/" + dryRun)
                        .statusCode())
                .isEqualTo(404);
        assertThat(bench.admin()
                        .get("/api/v1/mappings/" + UUID.randomUUID() + "/dry-runs/" + dryRun)
                        .statusCode())
                .isEqualTo(404);
    }

    private List<Map<String, Object>> rows(JsonPath dryRun, String outcome) {
        String path = "/api/v1/mappings/" + dryRun.getString("mappingId") + "/dry-runs/" + dryRun.getString("id")
                + "/rows?limit=40&outcome=" + outcome;
        List<Map<String, Object>> rows = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = bench.admin()
                    .get(path + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            rows.addAll(page.getList("items"));
            String next = page.getString("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertThat(rows)
                .extracting(row -> (Integer) row.get("number"))
                .isSorted()
                .doesNotHaveDuplicates();
        return rows;
    }

    private static Map<?, ?> onlyChange(Map<String, Object> row) {
        List<?> changes = (List<?>) row.get("changes");
        assertThat(changes).hasSize(1);
        return (Map<?, ?>) changes.getFirst();
    }

    private Integer knownSince(String target) {
        return bench.admin()
                .get("/api/v1/mappings/" + mapping + "/known-fields")
                .jsonPath()
                .get("find { it.target == '" + target + "' }?.version");
    }

    private Response publish(String ifMatch) {
        return bench.admin().header("If-Match", ifMatch).post("/api/v1/mappings/" + mapping + "/publication");
    }

    private void publish() {
        bench.admin()
                .post("/api/v1/mappings/" + mapping + "/publication")
                .then()
                .statusCode(200);
    }

    private Response restore(int version, String ifMatch) {
        var request = bench.admin();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/api/v1/mappings/" + mapping + "/versions/" + version + "/restoration");
    }

    private static String accounts(String filter) {
        return Workbench.starter("salesforce-account.yaml").replaceFirst("(?m)^name: .*$", "name: 取引先") + "filter: "
                + filter + "\n";
    }

    private long rowsOf(String table) {
        return Inspection.number("select count(*) from " + table + " where workspace_id = ?", workspace);
    }
}
