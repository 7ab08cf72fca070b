package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.kintone.KintoneUser.refused;
import static dev.minori.simulators.kintone.KintoneUser.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProcessComponentTest {

    private static final KintoneUser TOKEN = KintoneUser.token("flow");
    private static final KintoneUser SATO = KintoneUser.person("sato", "pw");
    private static final KintoneUser KATO = KintoneUser.person("kato", "pw");

    @BeforeAll
    static void anAppWithAProcess() {
        control("PUT", "/kintone/users/sato", "{\"name\":\"佐藤\",\"password\":\"pw\",\"groups\":[\"審査\"]}");
        control("PUT", "/kintone/users/kato", "{\"name\":\"加藤\",\"password\":\"pw\",\"groups\":[\"審査\"]}");
        control("PUT", "/kintone/apps/106", """
                {"name": "申請", "fields": [{"code": "額", "label": "額", "type": "NUMBER"}],
                 "process": {
                   "states": [
                     {"name": "未処理"},
                     {"name": "審査中", "assignee": {"type": "ONE", "entities": [{"type": "GROUP", "code": "審査"}]}},
                     {"name": "全員確認", "assignee": {"type": "ALL", "entities": [{"type": "GROUP", "code": "審査"}]}},
                     {"name": "完了"}],
                   "actions": [
                     {"name": "申請する", "from": "未処理", "to": "審査中", "filterCond": "額 < 1000"},
                     {"name": "回す", "from": "審査中", "to": "全員確認"},
                     {"name": "承認する", "from": "全員確認", "to": "完了"}]},
                 "tokens": {"flow": ["view", "add", "edit", "manage"], "reader": ["view"]}}
                """);
    }

    private static String action(String id, String name, String more) {
        return "{\"app\":106,\"id\":" + id + ",\"action\":\"" + name + "\"" + more + "}";
    }

    @Test
    void aRecordGoesThroughItsStatuses() {
        String id = TOKEN.add(106, "{\"額\":{\"value\":\"500\"}}");
        assertThat(value(TOKEN.record(106, id), "ステータス")).isEqualTo("未処理");
        refused(TOKEN.call("PUT", "record/status.json", action(id, "申請する", "")), 400, "GAIA_SA01");
        refused(TOKEN.call("PUT", "record/status.json", action(id, "回す", "")), 400, "GAIA_IL03");
        JsonNode moved = TOKEN.put("record/status.json", action(id, "申請する", ",\"assignee\":\"sato\",\"revision\":1"));
        assertThat(moved.path("revision").asText()).as("an action counts twice").isEqualTo("3");
        JsonNode record = TOKEN.record(106, id);
        assertThat(record.at("/作業者/value/0/name").asText()).isEqualTo("佐藤");
        assertThat(record.path("作業者").path("type").asText()).isEqualTo("STATUS_ASSIGNEE");
        refused(KATO.call("PUT", "record/status.json", action(id, "回す", "")), 403, "GAIA_NT01");
        refused(TOKEN.call("PUT", "record/status.json", action(id, "回す", ",\"revision\":1")), 409, "GAIA_CO02");
        SATO.put("record/status.json", action(id, "回す", ""));
        assertThat(TOKEN.record(106, id).path("作業者").path("value")).hasSize(2);
        SATO.put("record/status.json", action(id, "承認する", ""));
        assertThat(value(TOKEN.record(106, id), "ステータス"))
                .as("somebody has not agreed yet")
                .isEqualTo("全員確認");
        KATO.put("record/status.json", action(id, "承認する", ""));
        assertThat(value(TOKEN.record(106, id), "ステータス")).isEqualTo("完了");
        String query = encoded("ステータス = \"完了\" and 作業者 not in (\"sato\")");
        assertThat(TOKEN.get("records.json?app=106&query=" + query).path("records"))
                .hasSize(1);
    }

    @Test
    void manyActionsAreAllOrNothingAndConditionsHold() {
        String good = TOKEN.add(106, "{\"額\":{\"value\":\"1\"}}");
        String dear = TOKEN.add(106, "{\"額\":{\"value\":\"1000\"}}");
        String both = "{\"app\":106,\"records\":[{\"id\":%s,\"action\":\"申請する\",\"assignee\":\"kato\"},"
                + "{\"id\":%s,\"action\":\"申請する\",\"assignee\":\"kato\"}]}";
        refused(TOKEN.call("PUT", "records/status.json", both.formatted(good, dear)), 400, "GAIA_IL03");
        assertThat(value(TOKEN.record(106, good), "ステータス")).isEqualTo("未処理");
        String other = TOKEN.add(106, "{\"額\":{\"value\":\"2\"}}");
        assertThat(TOKEN.put("records/status.json", both.formatted(good, other))
                        .path("records")
                        .findValuesAsText("revision"))
                .containsExactly("3", "3");
    }

    @Test
    void whoManagesTheAppSaysWhoActs() {
        String id = TOKEN.add(106, "{\"額\":{\"value\":\"1\"}}");
        String assign = "{\"app\":106,\"id\":" + id + ",\"assignees\":[\"sato\",\"kato\"]}";
        assertThat(TOKEN.put("record/assignees.json", assign).path("revision").asText())
                .isEqualTo("2");
        refused(KintoneUser.token("reader").call("PUT", "record/assignees.json", assign), 403, "GAIA_NO01");
        refused(
                TOKEN.call("PUT", "record/status.json", action(id, "申請する", ",\"assignee\":\"sato\"")),
                403,
                "GAIA_NT01");
        JsonNode bulk = TOKEN.post(
                "bulkRequest.json",
                "{\"requests\":[{\"method\":\"PUT\",\"api\":\"/k/v1/record/assignees.json\",\"payload\":{\"app\":106,\"id\":"
                        + id
                        + ",\"assignees\":[]}},{\"method\":\"PUT\",\"api\":\"/k/v1/record/status.json\",\"payload\":"
                        + action(id, "申請する", ",\"assignee\":\"sato\"") + "}]}");
        assertThat(bulk.path("results").findValuesAsText("revision")).containsExactly("3", "5");
    }

    @Test
    void theProcessIsToldAndAnAppWithoutOneSaysSo() {
        JsonNode process = TOKEN.get("app/status.json?app=106");
        assertThat(process.path("enable").asBoolean()).isTrue();
        assertThat(process.at("/states/審査中/assignee/entities/0/entity/code").asText())
                .isEqualTo("審査");
        assertThat(process.path("actions").findValuesAsText("name")).containsExactly("申請する", "回す", "承認する");
        KintoneUser all = KintoneUser.token("demo-token-all");
        assertThat(all.get("app/status.json?app=1").path("states").isNull()).isTrue();
        assertThat(all.get("app/form/fields.json?app=1")
                        .at("/properties/ステータス/enabled")
                        .asBoolean(true))
                .isFalse();
        refused(all.call("PUT", "record/status.json", "{\"app\":1,\"id\":1,\"action\":\"申請する\"}"), 400, "GAIA_ST02");
    }
}
