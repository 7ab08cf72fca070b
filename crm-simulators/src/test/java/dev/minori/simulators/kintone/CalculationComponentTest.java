package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static dev.minori.simulators.RunningSimulators.send;
import static dev.minori.simulators.kintone.KintoneUser.refused;
import static dev.minori.simulators.kintone.KintoneUser.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CalculationComponentTest {

    private static final KintoneUser SALES = KintoneUser.token("calc");

    @BeforeAll
    static void anAppThatCalculates() {
        control("PUT", "/kintone/apps/101", """
                {"name": "見積", "numberPrecision": {"digits": 10, "decimalPlaces": 2, "roundingMode": "DOWN"}, "fields": [
                  {"code": "数", "label": "数", "type": "NUMBER"},
                  {"code": "分母", "label": "分母", "type": "NUMBER"},
                  {"code": "日", "label": "日", "type": "DATE"},
                  {"code": "倍", "label": "倍", "type": "CALC", "expression": "数 * 2"},
                  {"code": "次", "label": "次", "type": "CALC", "expression": "倍 + 1"},
                  {"code": "商", "label": "商", "type": "CALC", "expression": "数 / 分母"},
                  {"code": "翌日", "label": "翌日", "type": "CALC", "format": "DATE", "expression": "日 + 86400"},
                  {"code": "時間", "label": "時間", "type": "CALC", "format": "HOUR_MINUTE", "expression": "数 * 3600 + 60"},
                  {"code": "題", "label": "題", "type": "SINGLE_LINE_TEXT", "expression": "数 & \\"個\\""},
                  {"code": "合計", "label": "合計", "type": "CALC", "expression": "SUM(小計)"},
                  {"code": "明細", "label": "明細", "type": "SUBTABLE", "fields": [
                    {"code": "単価", "label": "単価", "type": "NUMBER"},
                    {"code": "個数", "label": "個数", "type": "NUMBER"},
                    {"code": "小計", "label": "小計", "type": "CALC", "expression": "単価 * 個数"}]}],
                 "tokens": {"calc": ["view", "add", "edit"]}}
                """);
    }

    @Test
    void calculatedFieldsFollowTheOthersAndTakeNoValuesOfTheirOwn() {
        String id = SALES.add(101, """
                {"数": {"value": "10"}, "分母": {"value": "3"}, "日": {"value": "2026-04-25"}, "倍": {"value": "999"},
                 "明細": {"value": [{"value": {"単価": {"value": "120"}, "個数": {"value": "2"}}},
                                    {"value": {"単価": {"value": "50"}}}]}}
                """);
        JsonNode made = SALES.record(101, id);
        assertThat(value(made, "倍")).isEqualTo("20");
        assertThat(value(made, "次")).isEqualTo("21");
        assertThat(value(made, "商")).as("rounded as the app rounds").isEqualTo("3.33");
        assertThat(value(made, "翌日")).isEqualTo("2026-04-26");
        assertThat(value(made, "時間")).isEqualTo("10:01");
        assertThat(value(made, "題")).isEqualTo("10個");
        assertThat(value(made, "合計")).isEqualTo("240");
        JsonNode rows = made.path("明細").path("value");
        assertThat(value(rows.get(0).path("value"), "小計")).isEqualTo("240");
        assertThat(value(rows.get(1).path("value"), "小計")).isEqualTo("0");
        SALES.put(
                "record.json",
                "{\"app\":101,\"id\":" + id + ",\"record\":{\"分母\":{\"value\":\"0\"},\"数\":{\"value\":\"4\"}}}");
        JsonNode changed = SALES.record(101, id);
        assertThat(value(changed, "商")).as("division by zero").isEmpty();
        assertThat(value(changed, "倍")).isEqualTo("8");
        String query = encoded("合計 >= 240 and 翌日 = \"2026-04-26\" order by 倍 desc");
        assertThat(SALES.get("records.json?app=101&query=" + query).path("records"))
                .hasSize(1);
        JsonNode form = SALES.get("app/form/fields.json?app=101").path("properties");
        assertThat(form.path("倍").path("expression").asText()).isEqualTo("数 * 2");
    }

    @Test
    void numbersAreAsExactAsTheAppSays() {
        String id = SALES.add(101, "{\"数\":{\"value\":\"1.239\"}}");
        assertThat(value(SALES.record(101, id), "数")).isEqualTo("1.23");
        refused(
                SALES.call("POST", "record.json", "{\"app\":101,\"record\":{\"数\":{\"value\":\"123456789\"}}}"),
                400,
                "CB_VA01");
        assertThat(SALES.get("app/settings.json?app=101")
                        .path("numberPrecision")
                        .path("roundingMode")
                        .asText())
                .isEqualTo("DOWN");
    }

    @Test
    void formulasThatCannotWorkAreRefusedWithTheApp() {
        Map<String, String> wrong = Map.of(
                "無い + 1", "names field 無い",
                "甲 + 1", "needs its own result",
                "1 +", "grammar",
                "MEDIAN(1)", "cannot be used");
        wrong.forEach((formula, reason) -> {
            String app = "{\"fields\":[{\"code\":\"甲\",\"label\":\"甲\",\"type\":\"CALC\",\"expression\":\"" + formula
                    + "\"}],\"tokens\":{\"t\":[\"view\"]}}";
            assertThat(send("PUT", salesforce() + "/_control/kintone/apps/102", Map.of(), app)
                            .json()
                            .path("detail")
                            .asText())
                    .contains(reason);
        });
    }
}
