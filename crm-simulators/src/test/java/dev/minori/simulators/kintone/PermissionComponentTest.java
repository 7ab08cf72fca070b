package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.kintone.KintoneUser.refused;
import static dev.minori.simulators.kintone.KintoneUser.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PermissionComponentTest {

    private static final KintoneUser TOKEN = KintoneUser.token("rights");
    private static final KintoneUser EAST = KintoneUser.person("east", "pw");
    private static final KintoneUser NOBODY = KintoneUser.person("nobody", "pw");

    @BeforeAll
    static void anAppThatIsNotForEverybody() {
        control("PUT", "/kintone/users/east", "{\"name\":\"東\",\"password\":\"pw\",\"groups\":[\"東日本\"]}");
        control("PUT", "/kintone/users/nobody", "{\"name\":\"無名\",\"password\":\"pw\"}");
        control("PUT", "/kintone/apps/107", """
                {"name": "商談", "fields": [
                   {"code": "地域", "label": "地域", "type": "DROP_DOWN", "options": ["東", "西"]},
                   {"code": "金額", "label": "金額", "type": "NUMBER"},
                   {"code": "極秘", "label": "極秘", "type": "SINGLE_LINE_TEXT"}],
                 "permissions": {
                   "app": [
                     {"entity": {"type": "GROUP", "code": "東日本"}, "recordViewable": true, "recordEditable": true,
                      "recordAddable": true, "recordDeletable": true}],
                   "records": [
                     {"filterCond": "地域 in (\\"西\\")", "entities": [
                       {"entity": {"type": "USER", "code": "Administrator"}, "viewable": true, "editable": true,
                        "deletable": true}]},
                     {"filterCond": "金額 > 100", "entities": [
                       {"entity": {"type": "FIELD_ENTITY", "code": "作成者"}, "viewable": true, "editable": true},
                       {"entity": {"type": "GROUP", "code": "everyone"}, "viewable": true}]}],
                   "fields": [
                     {"code": "極秘", "entities": [
                       {"entity": {"type": "USER", "code": "Administrator"}, "accessibility": "WRITE"}]},
                     {"code": "金額", "entities": [
                       {"entity": {"type": "USER", "code": "Administrator"}, "accessibility": "WRITE"},
                       {"entity": {"type": "GROUP", "code": "everyone"}, "accessibility": "READ"}]}]},
                 "tokens": {"rights": ["view", "add", "edit", "delete", "manage"]}}
                """);
    }

    private static String deal(String region, String amount) {
        return TOKEN.add(
                107,
                "{\"地域\":{\"value\":\"" + region + "\"},\"金額\":{\"value\":\"" + amount
                        + "\"},\"極秘\":{\"value\":\"社外秘\"}}");
    }

    private static String change(String id, String field, String value) {
        return "{\"app\":107,\"id\":" + id + ",\"record\":{\"" + field + "\":{\"value\":\"" + value + "\"}}}";
    }

    @Test
    void everybodySeesAndChangesWhatIsHis() {
        String west = deal("西", "10");
        String small = deal("東", "10");
        String large = deal("東", "1000");
        refused(NOBODY.call("GET", "records.json?app=107", ""), 403, "CB_NO02");
        JsonNode seen = EAST.get("records.json?app=107&totalCount=true");
        assertThat(seen.path("records").findValuesAsText("極秘")).isEmpty();
        assertThat(seen.path("records"))
                .extracting(record -> value(record, "$id"))
                .contains(small, large)
                .doesNotContain(west);
        assertThat(seen.path("totalCount").asInt())
                .isEqualTo(seen.path("records").size());
        refused(EAST.call("GET", "record.json?app=107&id=" + west, ""), 403, "CB_NO02");
        refused(EAST.call("GET", "record.json?app=107&id=99999", ""), 404, "GAIA_RE01");
        refused(EAST.call("PUT", "record.json", change(large, "地域", "西")), 403, "CB_NO02");
        refused(EAST.call("DELETE", "records.json", "{\"app\":107,\"ids\":[" + large + "]}"), 403, "CB_NO02");
        refused(EAST.call("PUT", "record.json", change(small, "金額", "5")), 403, "GAIA_FU01");
        EAST.put("record.json", change(small, "地域", ""));
        assertThat(TOKEN.record(107, small).at("/更新者/value/code").asText()).isEqualTo("east");
        assertThat(value(TOKEN.record(107, west), "極秘")).isEqualTo("社外秘");
    }

    @Test
    void cursorsAndCountsKeepToWhatMayBeSeen() {
        deal("西", "20");
        JsonNode cursor = EAST.post("records/cursor.json", "{\"app\":107,\"size\":500}");
        JsonNode page = EAST.get("records/cursor.json?id=" + cursor.path("id").asText());
        assertThat(page.path("records")).allSatisfy(record -> {
            assertThat(value(record, "地域")).isNotEqualTo("西");
            assertThat(record.has("極秘")).isFalse();
        });
    }

    @Test
    void rightsAreToldToWhoManagesTheAppAndOnOneselfToEverybody() {
        String west = deal("西", "30");
        String large = deal("東", "3000");
        JsonNode rights = EAST.get("records/acl/evaluate.json?app=107&ids[0]=" + west + "&ids[1]=" + large)
                .path("rights");
        assertThat(rights.get(0).path("record").path("viewable").asBoolean()).isFalse();
        assertThat(rights.get(1).path("record").path("viewable").asBoolean()).isTrue();
        assertThat(rights.get(1).path("record").path("editable").asBoolean()).isFalse();
        assertThat(rights.get(1).at("/fields/極秘/viewable").asBoolean(true)).isFalse();
        assertThat(TOKEN.get("record/acl.json?app=107")
                        .at("/rights/1/filterCond")
                        .asText())
                .isEqualTo("金額 > 100");
        assertThat(TOKEN.get("field/acl.json?app=107")
                        .at("/rights/0/entities/0/accessibility")
                        .asText())
                .isEqualTo("WRITE");
        assertThat(TOKEN.get("app/acl.json?app=107").at("/rights/0/entity/code").asText())
                .isEqualTo("東日本");
        refused(EAST.call("GET", "app/acl.json?app=107", ""), 403, "CB_NO02");
        assertThat(KintoneUser.token("demo-token-all").get("app/acl.json?app=1").path("rights"))
                .hasSize(2);
    }
}
