package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.kintone.KintoneUser.refused;
import static dev.minori.simulators.kintone.KintoneUser.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChangedFormComponentTest {

    private static final KintoneUser TOKEN = KintoneUser.token("form");

    @BeforeAll
    static void anApp() {
        control("PUT", "/kintone/apps/110", """
                {"name": "台帳", "fields": [
                   {"code": "名", "label": "名", "type": "SINGLE_LINE_TEXT"},
                   {"code": "電話", "label": "電話", "type": "SINGLE_LINE_TEXT"},
                   {"code": "印", "label": "印", "type": "CHECK_BOX", "options": ["要"]}],
                 "tokens": {"form": ["view", "add", "edit"]}}
                """);
    }

    @Test
    void whatBecomesRequiredLaterMakesChangesOfOldRecordsFail() {
        String id = TOKEN.add(110, "{\"名\":{\"value\":\"旧\"}}");
        control("PATCH", "/kintone/apps/110", """
                {"fields": [
                   {"code": "番号", "label": "番号", "type": "NUMBER"},
                   {"code": "名", "label": "名", "type": "SINGLE_LINE_TEXT"},
                   {"code": "電話", "label": "電話", "type": "SINGLE_LINE_TEXT", "required": true},
                   {"code": "印", "label": "印", "type": "CHECK_BOX", "options": ["要"], "required": true}]}
                """);
        JsonNode kept = TOKEN.record(110, id);
        assertThat(value(kept, "名")).isEqualTo("旧");
        assertThat(value(kept, "電話")).isEmpty();
        assertThat(kept.path("番号").path("value").isNull()).isTrue();
        Answer refused = TOKEN.call(
                "PUT", "record.json", "{\"app\":110,\"id\":" + id + ",\"record\":{\"名\":{\"value\":\"新\"}}}");
        refused(refused, 400, "CB_VA01");
        assertThat(refused.json().at("/errors/record.電話.value/messages/0").asText())
                .isEqualTo("必須です。");
        assertThat(refused.json().at("/errors/record.印.values/messages/0").asText())
                .as("several values are named in the plural")
                .isEqualTo("必須です。");
        TOKEN.put(
                "record.json",
                "{\"app\":110,\"id\":" + id + ",\"record\":{\"電話\":{\"value\":\"03\"},\"印\":{\"value\":[\"要\"]}}}");
        TOKEN.put("record.json", "{\"app\":110,\"id\":" + id + ",\"record\":{\"名\":{\"value\":\"新\"}}}");
        assertThat(value(TOKEN.record(110, id), "名")).isEqualTo("新");
    }

    @Test
    void errorsNameTheValueAsTheRealServiceDoes() {
        control("PUT", "/kintone/apps/111", """
                {"name": "検査", "fields": [
                   {"code": "数", "label": "数", "type": "NUMBER", "required": true},
                   {"code": "名", "label": "名", "type": "SINGLE_LINE_TEXT", "maxLength": 5},
                   {"code": "印", "label": "印", "type": "CHECK_BOX", "options": ["要"]},
                   {"code": "行", "label": "行", "type": "SUBTABLE", "fields": [
                     {"code": "品", "label": "品", "type": "SINGLE_LINE_TEXT", "required": true},
                     {"code": "個", "label": "個", "type": "NUMBER"}]}],
                 "tokens": {"check": ["view", "add", "edit"]}}
                """);
        JsonNode errors = KintoneUser.token("check")
                .call("POST", "record.json", """
                        {"app": 111, "record": {"数": {"value": "12abc"}, "名": {"value": "123456"},
                         "印": {"value": ["不要"]}, "行": {"value": [{"value": {"個": {"value": "x"}}}]}}}
                        """)
                .json()
                .path("errors");
        assertThat(errors.at("/record[数].value/messages/0").asText()).isEqualTo("数字でなければなりません。");
        assertThat(errors.at("/record.数.value/messages/0").asText()).isEqualTo("必須です。");
        assertThat(errors.at("/record.名.value/messages/0").asText()).isEqualTo("6文字より短くなければなりません。");
        assertThat(errors.at("/record.印.values[0].value/messages/0").asText()).contains("不要");
        assertThat(errors.at("/record.行.value[0].value.品.value/messages/0").asText())
                .isEqualTo("必須です。");
        assertThat(errors).hasSize(5);
    }
}
