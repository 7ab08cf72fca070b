package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.kintone;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LookupComponentTest {

    @BeforeAll
    static void aMasterAndAnAppThatLooksUpInIt() {
        control("PUT", "/kintone/apps/91", """
                {"name": "商品", "fields": [
                  {"code": "型番", "label": "型番", "type": "SINGLE_LINE_TEXT", "unique": true},
                  {"code": "単価", "label": "単価", "type": "NUMBER"},
                  {"code": "発売日", "label": "発売日", "type": "DATE"}],
                 "tokens": {"master": ["view", "add", "edit"]}}
                """);
        control("PUT", "/kintone/apps/92", """
                {"name": "注文", "fields": [
                  {"code": "商品", "label": "商品", "type": "SINGLE_LINE_TEXT",
                   "lookup": {"app": 91, "key": "型番", "copies": {"価格": "単価", "発売": "発売日"}}},
                  {"code": "価格", "label": "価格", "type": "NUMBER"},
                  {"code": "発売", "label": "発売", "type": "DATE"},
                  {"code": "時刻", "label": "時刻", "type": "TIME"},
                  {"code": "部署", "label": "部署", "type": "ORGANIZATION_SELECT"},
                  {"code": "担当", "label": "担当", "type": "GROUP_SELECT"}],
                 "tokens": {"orders": ["view", "add", "edit"]}}
                """);
        call(
                "master",
                "POST",
                "record.json",
                "{\"app\":91,\"record\":{\"型番\":{\"value\":\"X1\"},\"単価\":{\"value\":\"120\"},\"発売日\":{\"value\":\"2026-04-01\"}}}");
    }

    private static Answer call(String tokens, String method, String path, String body) {
        return send(
                method,
                kintone() + "/k/v1/" + path,
                body.isEmpty()
                        ? Map.of("X-Cybozu-API-Token", tokens)
                        : Map.of("X-Cybozu-API-Token", tokens, "Content-Type", "application/json"),
                body);
    }

    private static Answer order(String tokens, String product) {
        return call(tokens, "POST", "record.json", "{\"app\":92,\"record\":{\"商品\":{\"value\":\"" + product + "\"}}}");
    }

    private static JsonNode read(String id) {
        return call("orders", "GET", "record.json?app=92&id=" + id, "").json().path("record");
    }

    @Test
    void aLookupCopiesWhenWrittenAndNeverAfterwards() {
        Answer made = order("orders,master", "X1");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        String id = made.json().path("id").asText();
        assertThat(read(id).path("価格").path("value").asText()).isEqualTo("120");
        assertThat(read(id).path("発売").path("value").asText()).isEqualTo("2026-04-01");
        call(
                "master",
                "PUT",
                "record.json",
                "{\"app\":91,\"updateKey\":{\"field\":\"型番\",\"value\":\"X1\"},\"record\":{\"単価\":{\"value\":\"150\"}}}");
        assertThat(read(id).path("価格").path("value").asText()).isEqualTo("120");
        call(
                "orders,master",
                "PUT",
                "record.json",
                "{\"app\":92,\"id\":" + id + ",\"record\":{\"商品\":{\"value\":\"\"}}}");
        assertThat(read(id).path("価格").path("value").isNull())
                .as("emptied with the key")
                .isTrue();
    }

    @Test
    void aKeyThatIsNotThereOrMayNotBeSeenIsRefused() {
        assertThat(order("orders,master", "none").json().path("code").asText()).isEqualTo("GAIA_LO04");
        assertThat(order("orders", "X1").json().path("code").asText())
                .as("the master's token is missing")
                .isEqualTo("GAIA_LO04");
    }

    @Test
    void timesOfDayOrganizationsAndGroupsKeepTheirShape() {
        Answer made = call(
                "orders",
                "POST",
                "record.json",
                "{\"app\":92,\"record\":{\"時刻\":{\"value\":\"9:05\"},\"部署\":{\"value\":[{\"code\":\"sales\"}]},"
                        + "\"担当\":{\"value\":[{\"code\":\"g1\",\"name\":\"班\"}]}}}");
        String id = made.json().path("id").asText();
        JsonNode record = read(id);
        assertThat(record.path("時刻").path("value").asText()).isEqualTo("09:05");
        assertThat(record.path("部署").path("value").get(0).path("code").asText()).isEqualTo("sales");
        assertThat(record.path("担当").path("type").asText()).isEqualTo("GROUP_SELECT");
        String query = "時刻 < \"10:00\" and 部署 in (\"sales\") and 担当 not in (\"g2\")";
        JsonNode found = call("orders", "GET", "records.json?app=92&query=" + encoded(query), "")
                .json();
        assertThat(found.path("records")).hasSize(1);
        assertThat(call("orders", "POST", "record.json", "{\"app\":92,\"record\":{\"時刻\":{\"value\":\"25:00\"}}}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("CB_VA01");
        JsonNode form =
                call("orders", "GET", "app/form/fields.json?app=92", "").json().path("properties");
        assertThat(form.path("商品").path("lookup").path("relatedKeyField").asText())
                .isEqualTo("型番");
    }
}
