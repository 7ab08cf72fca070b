package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields of the records that references point to, as if they were the record's own. */
@SyncComponentTest
class JoinedFieldsComponentTest {
    private static final String UP_TO_99 = "CustomerCode__c LIKE 'C-000%'";

    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID accounts = UUID.randomUUID();
    private final UUID contracts = UUID.randomUUID();
    private final UUID others = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @BeforeEach
    void open() {
        bench.createWorkspace("株式会社おやこ");
        bench.connectSalesforce(connection, salesforce, "minori-demo");
        bench.publishAccounts(accounts, "取引先", UP_TO_99);
    }

    @AfterEach
    void leaveNothingToDo() {
        Inspection.update("delete from run_ticket where workspace_id = ?", workspace);
        Inspection.update("delete from outbox_message where workspace_id = ?", workspace);
    }

    @Test
    void aFieldOfTheParentIsReadAndAnotherMappingOfTheObjectDoesNotTakeItAway() {
        Map<String, String> names = new HashMap<>();
        facts(bench.firstRun(accounts))
                .forEach(fact -> names.put(
                        fact.path("customerId").asText(),
                        fact.path("values").path("name").asText()));
        publish(contracts, contracts("契約", "Account.Name"));
        JsonPath first = bench.firstRun(contracts);
        List<JsonNode> told = facts(first);
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(
                                fact.path("values").path("productName").asText())
                        .isEqualTo(names.get(fact.path("customerId").asText())));

        publish(others, contracts("契約2", "ProductName__c"));
        bench.firstRun(others);

        for (UUID mapping : List.of(contracts, others, contracts)) {
            JsonPath full = bench.run(mapping, "full");
            assertThat(full.getLong("counts.unchanged")).as(full.prettify()).isEqualTo(told.size());
        }
        assertThat(bench.run(contracts, "remap").getLong("counts.changed")).isZero();
    }

    @Test
    void aParentThatIsAskedForLaterIsFetchedWhenTheVersionIsPublished() {
        bench.firstRun(accounts);
        publish(contracts, contracts("契約", "ProductName__c"));
        JsonPath first = bench.firstRun(contracts);
        publish(contracts, contracts("契約", "Account.Owner.Name"));

        JsonPath second = bench.succeeded(bench.newestRun(contracts));

        assertThat(second.getString("kind")).as(second.prettify()).isEqualTo("full");
        assertThat(second.getLong("counts.changed")).isEqualTo(first.getLong("counts.added"));
        assertThat(facts(second))
                .allSatisfy(fact -> assertThat(
                                fact.path("values").path("productName").asText())
                        .isNotBlank());
    }

    @Test
    void aLargeObjectFindsItsCustomersByTheCodeOfTheParent() {
        bench.firstRun(accounts);
        UUID usage = UUID.randomUUID();
        bench.saveDraft(
                usage,
                Workbench.starter("salesforce-daily-usage.yaml")
                                .replaceFirst(
                                        "(?m)^customerLink: .*$",
                                        "customerLink: {customerCode: {field: Account__r.CustomerCode__c}}")
                        + "filter: Account__r." + UP_TO_99 + "\n");

        JsonPath tried = bench.dryRun(usage, 3_000);

        assertThat(tried.getString("state")).as(tried.prettify()).isEqualTo("succeeded");
        assertThat(tried.getLong("counts.read")).isEqualTo(3_000);
        assertThat(tried.getLong("counts.unmatched")).isZero();
        assertThat(tried.getLong("counts.added")).isGreaterThan(2_900);
        assertThat(tried.getLong("expected")).isGreaterThan(3_000);
    }

    @Test
    void aWayThatLeadsNowhereIsAMistakeAtItsPlace() {
        JsonPath verdict = bench.admin()
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "契約",
                        "connection",
                        "salesforce-demo",
                        "object",
                        "Contract",
                        "dataset",
                        "contract",
                        "customerLink",
                        Map.of("sourceRecord", Map.of("field", "AccountId", "object", "Account")),
                        "fields",
                        List.of(
                                Map.of("target", "startDate", "from", Map.of("copy", "StartDate")),
                                Map.of("target", "productName", "from", Map.of("copy", "Acount.Name")),
                                Map.of("target", "contractNumber", "from", Map.of("copy", "Account.Nmae")),
                                Map.of("target", "seats", "from", Map.of("copy", "Account.Name")))))
                .post("/api/v1/mappings/validations")
                .jsonPath();

        assertThat(verdict.getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder("/fields/1/from/copy", "/fields/2/from/copy", "/fields/3/from/copy");
    }

    private static String contracts(String name, String product) {
        return Workbench.starter("salesforce-contract.yaml")
                .replaceFirst("(?m)^name: .*$", "name: " + name)
                .replaceFirst("(?m)^filter: .*$", "filter: Account." + UP_TO_99)
                .replace("{copy: ProductName__c}", "{copy: " + product + "}");
    }

    private void publish(UUID mapping, String document) {
        bench.saveDraft(mapping, document);
        bench.admin()
                .post("/api/v1/mappings/" + mapping + "/publication")
                .then()
                .statusCode(200);
    }

    private static List<JsonNode> facts(JsonPath run) {
        List<JsonNode> facts = new ArrayList<>();
        Workbench.outbox(run.getString("id"))
                .forEach(message -> message.path("event").path("facts").forEach(facts::add));
        return facts;
    }
}
