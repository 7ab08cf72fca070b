package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an editor of mappings asks: which fields there are to fill, what to begin with, what is wrong so far. */
@SyncComponentTest
class MappingEditorComponentTest {
    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @BeforeEach
    void open() {
        bench.createWorkspace("株式会社わかば");
        bench.connectSalesforce(connection, salesforce, "minori-demo");
    }

    @Test
    void targetSchemasNameEveryFieldInBothLanguages() {
        JsonPath schemas = bench.admin().get("/api/v1/target-schemas").jsonPath();

        assertThat(schemas.getList("dataset", String.class)).contains("customer", "contract", "survey-response");
        String contract = "find { it.dataset == 'contract' }.fields.find { it.name == 'endDate' }";
        assertThat(schemas.getString(contract + ".ja")).isNotBlank();
        assertThat(schemas.getString(contract + ".kind")).isEqualTo("date");
        assertThat(schemas.getBoolean(contract + ".exclusiveEnd")).isTrue();
    }

    @Test
    void startersFitTheSourceTheyAreFor() {
        JsonPath starters = starters();

        assertThat(starters.getList("object", String.class))
                .startsWith("Account")
                .contains("Contract", "Case");
        for (int i = 0; i < starters.getList("key").size(); i++) {
            Map<String, Object> document = starters.getMap("[" + i + "].document");
            assertThat(document.get("connection")).isEqualTo("salesforce-demo");
            JsonPath verdict = validate(document);
            assertThat(verdict.getBoolean("valid")).as(verdict.prettify()).isTrue();
        }
    }

    @Test
    void mistakesComeBackAtTheirPlacesAndNothingIsKept() {
        JsonPath verdict = validate(Map.of(
                "name",
                "取引先",
                "connection",
                "salesforce-demo",
                "object",
                "Account",
                "dataset",
                "customer",
                "fields",
                List.of(
                        Map.of("target", "name", "from", Map.of("copy", "Nmae")),
                        Map.of("target", "employees", "from", Map.of("copy", "Name")))));

        assertThat(verdict.getBoolean("valid")).isFalse();
        assertThat(verdict.getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder("/fields/0/from/copy", "/fields/1/from/copy");
        assertThat(verdict.getString("errors[0].ja")).contains("Nmae");
        assertThat(bench.admin().get("/api/v1/mappings").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void aDocumentOfWrongFormIsAnswered200WithItsMistakes() {
        JsonPath verdict = validate(Map.of("name", "取引先", "fields", List.of(Map.of("target", "name"))));

        assertThat(verdict.getBoolean("valid")).isFalse();
        assertThat(verdict.getList("errors.pointer", String.class)).contains("/connection", "/object", "/dataset");
    }

    @Test
    void aFirstLoadTellsHowManyRecordsTheSourceAnnounced() {
        UUID mapping = UUID.randomUUID();
        bench.publish(mapping, "salesforce-account.yaml");

        JsonPath run = bench.firstRun(mapping);

        assertThat(run.getLong("expected"))
                .isEqualTo(run.getLong("counts.read"))
                .isEqualTo(300);
        assertThat(bench.run(mapping, "incremental").getString("expected")).isNull();
    }

    private JsonPath starters() {
        return bench.admin()
                .get("/api/v1/mapping-starters?connectionId=" + connection)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath validate(Map<String, Object> document) {
        return bench.admin()
                .body(document)
                .post("/api/v1/mappings/validations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
