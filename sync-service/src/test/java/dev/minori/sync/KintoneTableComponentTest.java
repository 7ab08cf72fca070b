package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables inside the records of an app. */
@SyncComponentTest
class KintoneTableComponentTest {
    private final UUID mapping = UUID.randomUUID();
    private final Workbench bench = new Workbench(UUID.randomUUID());

    @ConfigProperty(name = "test.kintone.url")
    String kintone;

    @BeforeEach
    void open() {
        bench.createWorkspace("株式会社あわせ");
    }

    @Test
    void aColumnOfAnAppsTableIsAddedUpAndAnEmptyTableIsUnknown() {
        UUID app = UUID.randomUUID();
        bench.connectKintone(app, kintone, 1);
        assertThat(bench.admin()
                        .get("/api/v1/connections/" + app + "/objects/1")
                        .jsonPath()
                        .getList("fields.find { it.code == '導入製品' }.columns.code", String.class))
                .contains("製品名", "数量", "利用開始日");
        bench.saveDraft(
                mapping, Workbench.starter("kintone-customer.yaml").replace("field: 従業員数", "field: sum(導入製品.数量)"));

        JsonPath tried = bench.dryRun(mapping, 150);

        assertThat(tried.getLong("counts.rejected")).as(tried.prettify()).isZero();
        Map<String, Long> sums = sumsAtTheSource();
        assertThat(sums.values()).as("the control").anyMatch(sum -> sum > 0).hasSizeGreaterThan(10);
        List<Map<String, Object>> rows = bench.admin()
                .get("/api/v1/mappings/" + mapping + "/dry-runs/" + tried.getString("id") + "/rows?limit=200")
                .jsonPath()
                .getList("items");
        assertThat(rows).hasSize(tried.getInt("counts.read")).allSatisfy(row -> {
            String sum = ((List<?>) row.get("changes"))
                    .stream()
                            .map(change -> (Map<?, ?>) change)
                            .filter(change -> "employees".equals(change.get("target")))
                            .map(change -> (String) change.get("after"))
                            .findFirst()
                            .orElse(null);
            Long expected = sums.get((String) row.get("recordId"));
            assertThat(sum).isEqualTo(expected == null ? null : expected.toString());
        });
    }

    /** By record id, for records whose table has a number. */
    private Map<String, Long> sumsAtTheSource() {
        JsonPath records = RestAssured.given()
                .header("X-Cybozu-API-Token", "demo-token-app1")
                .queryParam("app", 1)
                .queryParam("query", "order by $id asc limit 150")
                .get(kintone + "/k/v1/records.json")
                .jsonPath();
        Map<String, Long> sums = new HashMap<>();
        List<String> ids = records.getList("records.collect { it['$id'].value }");
        for (int i = 0; i < ids.size(); i++) {
            List<String> numbers = records.getList("records[" + i + "].導入製品.value.collect { it.value.数量.value }");
            for (String number : numbers) {
                if (number != null && !number.isEmpty()) {
                    sums.merge(ids.get(i), Long.valueOf(number), Long::sum);
                }
            }
        }
        return sums;
    }
}
