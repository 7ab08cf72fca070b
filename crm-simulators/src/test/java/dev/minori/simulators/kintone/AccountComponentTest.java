package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.kintone;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountComponentTest {

    private static Map<String, String> password(String login, String password) {
        String pair = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return Map.of("X-Cybozu-Authorization", pair);
    }

    private static Answer get(Map<String, String> headers, String path) {
        return send("GET", kintone() + "/k/v1/" + path, headers, "");
    }

    @Test
    void aPersonWithAPasswordSeesEveryAppAndATokenNone() {
        Map<String, String> demo = password("demo", "demo-password");
        JsonNode apps = get(demo, "apps.json?name=" + encoded("顧客")).json();
        assertThat(apps.path("apps").findValuesAsText("appId")).containsExactly("1");
        assertThat(get(demo, "records.json?app=1").status()).isEqualTo(200);
        Answer wrong = get(password("demo", "wrong"), "records.json?app=1");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().path("code").asText()).isEqualTo("CB_WA01");
        Answer token = get(Map.of("X-Cybozu-API-Token", "demo-token-all"), "apps.json");
        assertThat(token.json().path("code").asText()).isEqualTo("GAIA_NO01");
    }

    @Test
    void nineTokensMayComeTogetherAndATenthIsTooMany() {
        String others = ",demo-token-app2".repeat(8);
        Answer nine = get(Map.of("X-Cybozu-API-Token", "demo-token-app1" + others), "records.json?app=1&query=limit+1");
        assertThat(nine.status()).as(nine.body()).isEqualTo(200);
        Answer ten =
                get(Map.of("X-Cybozu-API-Token", "demo-token-app1,demo-token-app3" + others), "records.json?app=1");
        assertThat(ten.status()).isEqualTo(400);
        assertThat(ten.json().path("code").asText()).isEqualTo("CB_VA01");
        Answer stranger = get(Map.of("X-Cybozu-API-Token", "demo-token-app1,made-up"), "records.json?app=1");
        assertThat(stranger.json().path("code").asText()).isEqualTo("GAIA_IA02");
    }

    @Test
    void whatAPersonWritesBearsHisName() {
        Map<String, String> demo = password("demo", "demo-password");
        String record = "{\"app\":2,\"record\":{\"顧客コード\":{\"value\":\"C-00001\"},\"回答日\":{\"value\":\"2026-04-01\"}}}";
        String id = send(
                        "POST",
                        kintone() + "/k/v1/record.json",
                        Map.of(
                                "X-Cybozu-Authorization",
                                demo.get("X-Cybozu-Authorization"),
                                "Content-Type",
                                "application/json"),
                        record)
                .json()
                .path("id")
                .asText();
        JsonNode mine = get(
                        demo, "records.json?app=2&query=" + encoded("作成者 in (LOGINUSER()) and 作成日時 = THIS_QUARTER()"))
                .json();
        assertThat(mine.path("records").get(0).path("$id").path("value").asText())
                .isEqualTo(id);
        assertThat(mine.path("records")
                        .get(0)
                        .path("作成者")
                        .path("value")
                        .path("code")
                        .asText())
                .isEqualTo("demo");
        send(
                "DELETE",
                kintone() + "/k/v1/records.json",
                Map.of("X-Cybozu-API-Token", "demo-token-all", "Content-Type", "application/json"),
                "{\"app\":2,\"ids\":[" + id + "]}");
    }

    @Test
    void theFormAndItsSettingsAreTold() {
        Map<String, String> token = Map.of("X-Cybozu-API-Token", "demo-token-app1");
        JsonNode layout = get(token, "app/form/layout.json?app=1").json().path("layout");
        assertThat(layout.findValuesAsText("type")).contains("ROW", "SUBTABLE", "SINGLE_LINE_TEXT");
        JsonNode settings = get(token, "app/settings.json?app=1").json();
        assertThat(settings.path("numberPrecision").path("decimalPlaces").asText())
                .isEqualTo("4");
    }
}
