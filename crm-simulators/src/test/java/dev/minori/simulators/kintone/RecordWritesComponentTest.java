package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.kintone.KintoneUser.ok;
import static dev.minori.simulators.kintone.KintoneUser.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import org.junit.jupiter.api.Test;

class RecordWritesComponentTest {

    private static final KintoneUser ALL = KintoneUser.token("demo-token-all");

    private static JsonNode records(int app, String query) {
        return ALL.get("records.json?totalCount=true&app=" + app + "&query=" + encoded(query));
    }

    private static int count(int app, String query) {
        return Integer.parseInt(records(app, query).path("totalCount").asText());
    }

    @Test
    void recordsAreAddedChangedAndDeletedWithRevisions() {
        JsonNode added = ok(ALL.call(
                "POST",
                "record.json",
                "{\"app\":1,\"record\":{\"顧客コード\":{\"value\":\"T-1\"},\"会社名\":{\"value\":\"試験商会\"},"
                        + "\"従業員数\":{\"value\":\" 1.5e1 \"},\"タグ\":{\"value\":[\"要フォロー\"]},\"導入製品\":{\"value\":["
                        + "{\"value\":{\"製品名\":{\"value\":\"甲\"},\"数量\":{\"value\":\"2\"}}},"
                        + "{\"value\":{\"製品名\":{\"value\":\"乙\"},\"数量\":{\"value\":\"壊\"}}}]}}}"));
        String id = added.path("id").asText();
        assertThat(added.path("revision").asText()).isEqualTo("1");
        JsonNode record = ok(ALL.call("GET", "record.json?app=1&id=" + id, "")).path("record");
        assertThat(record.path("従業員数").path("value").asText()).isEqualTo("15");
        assertThat(record.path("更新日時").path("value").asText()).endsWith(":00Z");
        assertThat(record.path("導入製品")
                        .path("value")
                        .get(1)
                        .path("value")
                        .path("数量")
                        .path("value")
                        .isNull())
                .as("a bad number in a table becomes empty")
                .isTrue();
        String row = record.path("導入製品").path("value").get(0).path("id").asText();

        JsonNode changed = ok(ALL.call(
                "PUT",
                "record.json",
                "{\"app\":1,\"updateKey\":{\"field\":\"顧客コード\",\"value\":\"T-1\"},\"revision\":1,\"record\":{\"導入製品\":"
                        + "{\"value\":[{\"id\":\"" + row + "\",\"value\":{\"数量\":{\"value\":\"9\"}}}]}}}"));
        assertThat(changed.path("revision").asText()).isEqualTo("2");
        JsonNode table = ok(ALL.call("GET", "record.json?app=1&id=" + id, ""))
                .path("record")
                .path("導入製品")
                .path("value");
        assertThat(table).hasSize(1);
        assertThat(table.get(0).path("id").asText()).isEqualTo(row);
        assertThat(table.get(0).path("value").path("製品名").path("value").asText())
                .isEqualTo("甲");
        assertThat(table.get(0).path("value").path("数量").path("value").asText()).isEqualTo("9");

        refused(
                ALL.call("PUT", "record.json", "{\"app\":1,\"id\":" + id + ",\"revision\":1,\"record\":{}}"),
                409,
                "GAIA_CO02");
        refused(
                ALL.call("DELETE", "records.json", "{\"app\":1,\"ids\":[" + id + "],\"revisions\":[1]}"),
                409,
                "GAIA_CO02");
        ok(ALL.call("DELETE", "records.json", "{\"app\":1,\"ids\":[" + id + "],\"revisions\":[-1]}"));
        refused(ALL.call("GET", "record.json?app=1&id=" + id, ""), 404, "GAIA_RE01");
    }

    @Test
    void aRequestIsAllOrNothing() {
        int before = count(1, "");
        Answer mixed = ALL.call(
                "POST",
                "records.json",
                "{\"app\":1,\"records\":[{\"顧客コード\":{\"value\":\"T-2\"},\"会社名\":{\"value\":\"良\"}},"
                        + "{\"顧客コード\":{\"value\":\"C-00001\"},\"会社名\":{\"value\":\"重複\"}}]}");
        refused(mixed, 400, "CB_VA01");
        assertThat(mixed.json()
                        .path("errors")
                        .path("records[1].顧客コード.value")
                        .path("messages")
                        .get(0)
                        .asText())
                .isEqualTo("値がほかのレコードと重複しています。");
        assertThat(count(1, "")).isEqualTo(before);
        StringBuilder many = new StringBuilder("{\"app\":1,\"records\":[{}");
        many.append(",{}".repeat(100)).append("]}");
        refused(ALL.call("POST", "records.json", many.toString()), 400, "CB_VA01");
        refused(ALL.call("DELETE", "records.json", "{\"app\":1,\"ids\":[1,999999]}"), 404, "GAIA_RE01");
        assertThat(count(1, "")).isEqualTo(before);
    }

    @Test
    void upsertTellsWhatItDid() {
        JsonNode answer = ok(
                ALL.call(
                        "PUT",
                        "records.json",
                        "{\"app\":1,\"upsert\":true,\"records\":["
                                + "{\"updateKey\":{\"field\":\"顧客コード\",\"value\":\"T-3\"},\"record\":{\"会社名\":{\"value\":\"新\"}}},"
                                + "{\"updateKey\":{\"field\":\"顧客コード\",\"value\":\"T-3\"},\"record\":{\"会社名\":{\"value\":\"改\"}}}]}"));
        assertThat(answer.path("records").get(0).path("operation").asText()).isEqualTo("INSERT");
        assertThat(answer.path("records").get(1).path("operation").asText()).isEqualTo("UPDATE");
        String id = answer.path("records").get(0).path("id").asText();
        ok(ALL.call("DELETE", "records.json", "{\"app\":1,\"ids\":[" + id + "]}"));
    }
}
