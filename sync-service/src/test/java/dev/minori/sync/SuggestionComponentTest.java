package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.sync.mapping.FieldMapping;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.mapping.document.MappingFormat;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is suggested for objects whose mappings somebody wrote by hand before. */
@SyncComponentTest
class SuggestionComponentTest {
    private static final List<String> BY_HAND =
            List.of("account", "contact", "contract", "daily-usage", "case", "email-message");

    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @ConfigProperty(name = "test.kintone.url")
    String kintone;

    @BeforeEach
    void open() {
        bench.createWorkspace("株式会社みたて");
    }

    @Test
    void suggestionsAgreeWithMappingsThatWereWrittenByHand() {
        bench.connectSalesforce(connection, salesforce, "minori-demo");
        int right = 0;
        List<String> wrong = new ArrayList<>();
        for (String name : BY_HAND) {
            MappingDocument byHand = MappingFormat.YAML.read(Workbench.starter("salesforce-" + name + ".yaml"));
            JsonPath suggested = suggest(byHand.object());
            MappingDocument draft = MappingFormat.JSON.read(json(suggested));

            assertThat(suggested.getString("dataset"))
                    .as(name)
                    .isEqualTo(byHand.dataset().wireName());
            assertThat(draft.customerLink()).as(name).isEqualTo(byHand.customerLink());
            assertThat(draft.effectiveDate()).as(name).isEqualTo(byHand.effectiveDate());
            for (FieldMapping field : byHand.fields()) {
                boolean same = draft.fields().stream()
                        .anyMatch(other -> other.target().equals(field.target())
                                && other.from().codes().equals(field.from().codes()));
                right += same ? 1 : 0;
                if (!same) {
                    wrong.add(name + "." + field.target());
                }
            }
            JsonPath verdict = bench.admin()
                    .body(json(suggested))
                    .post("/api/v1/mappings/validations")
                    .jsonPath();
            assertThat(verdict.getBoolean("valid")).as(verdict.prettify()).isEqualTo(suggested.getBoolean("complete"));
        }
        assertThat((double) right / (right + wrong.size()))
                .as("not as by hand: %s", wrong)
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void everyChoiceHasItsReasonInBothLanguages() {
        bench.connectSalesforce(connection, salesforce, "minori-demo");
        JsonPath suggested = suggest("Contract");

        List<Map<String, Object>> fields = suggested.getList("fields");
        assertThat(fields).isNotEmpty().allSatisfy(field -> {
            Map<?, ?> reason = (Map<?, ?>) field.get("reason");
            assertThat((String) reason.get("ja")).isNotBlank();
            assertThat((String) reason.get("en")).isNotBlank();
        });
        assertThat(suggested.getString("link.ja")).contains("Account");
        assertThat(suggested.getString("fields.find { it.target == 'startDate' }.reason.ja"))
                .contains("件に値があります");
        assertThat(bench.admin().get("/api/v1/mappings").jsonPath().getList("items"))
                .as("nothing is kept")
                .isEmpty();
    }

    @Test
    void anAppIsLinkedByTheCodesThatItsRecordsHold() {
        UUID org = UUID.randomUUID();
        UUID accounts = UUID.randomUUID();
        bench.connectSalesforce(org, salesforce, "minori-demo");
        bench.publish(accounts, "salesforce-account.yaml");
        bench.firstRun(accounts);
        bench.connectKintone(connection, kintone);

        JsonPath suggested = suggest("2");

        assertThat(suggested.getString("dataset")).as(suggested.prettify()).isEqualTo("survey-response");
        assertThat(suggested.getString("document.customerLink.customerCode.field"))
                .isEqualTo("顧客コード");
        assertThat(suggested.getString("link.ja")).contains("%").contains("取り込み済みの顧客コード");
        assertThat(suggested.getBoolean("complete")).isTrue();
    }

    @Test
    void onlyWhoMayChangeMappingsIsToldWhatRecordsHold() {
        bench.connectSalesforce(connection, salesforce, "minori-demo");
        assertThat(bench.as("csm", "csm")
                        .body(Map.of("connectionId", connection, "object", "Account"))
                        .post("/api/v1/mapping-suggestions")
                        .statusCode())
                .isEqualTo(403);
        assertThat(bench.admin()
                        .body(Map.of("connectionId", connection, "object", "Account", "dataset", "kontrakt"))
                        .post("/api/v1/mapping-suggestions")
                        .statusCode())
                .isEqualTo(400);
    }

    private JsonPath suggest(String object) {
        return bench.admin()
                .body(Map.of("connectionId", connection, "object", object))
                .post("/api/v1/mapping-suggestions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String json(JsonPath suggested) {
        try {
            return new ObjectMapper().writeValueAsString(suggested.getMap("document"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
