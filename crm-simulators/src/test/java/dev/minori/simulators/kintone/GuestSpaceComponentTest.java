package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.kintone.KintoneUser.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuestSpaceComponentTest {

    private static final KintoneUser OUTSIDE = KintoneUser.token("guest,demo-token-all");
    private static final KintoneUser INSIDE = OUTSIDE.in(5);

    @BeforeAll
    static void anAppInAGuestSpace() {
        control("PUT", "/kintone/apps/108", """
                {"name": "共有", "guestSpace": 5, "fields": [{"code": "題", "label": "題", "type": "SINGLE_LINE_TEXT"}],
                 "tokens": {"guest": ["view", "add", "edit", "delete"]}}
                """);
    }

    @Test
    void anAppOfAGuestSpaceIsReachedBelowItsPathOnly() {
        String id = INSIDE.add(108, "{\"題\":{\"value\":\"中\"}}");
        assertThat(INSIDE.record(108, id).at("/題/value").asText()).isEqualTo("中");
        assertThat(INSIDE.get("app.json?id=108").path("spaceId").asText()).isEqualTo("5");
        refused(OUTSIDE.call("GET", "record.json?app=108&id=" + id, ""), 400, "GAIA_IL23");
        refused(OUTSIDE.in(6).call("GET", "record.json?app=108&id=" + id, ""), 403, "CB_NO02");
        refused(INSIDE.call("GET", "records.json?app=1", ""), 403, "CB_NO02");
    }

    @Test
    void aBulkRequestStaysInItsSpace() {
        String request =
                "{\"requests\":[{\"method\":\"POST\",\"api\":\"%s\",\"payload\":{\"app\":108,\"record\":{}}}]}";
        assertThat(INSIDE.post("bulkRequest.json", request.formatted("/k/guest/5/v1/record.json"))
                        .at("/results/0/revision")
                        .asText())
                .isEqualTo("1");
        assertThat(OUTSIDE.call("POST", "bulkRequest.json", request.formatted("/k/guest/5/v1/record.json"))
                        .json()
                        .at("/results/0/code")
                        .asText())
                .isEqualTo("CB_VA01");
    }

    @Test
    void listsTellTheAppsOfTheSpaceAskedFor() {
        KintoneUser demo = KintoneUser.person("demo", "demo-password");
        assertThat(demo.in(5).get("apps.json").path("apps").findValuesAsText("appId"))
                .containsExactly("108");
        assertThat(demo.get("apps.json").path("apps").findValuesAsText("appId"))
                .contains("1")
                .doesNotContain("108");
    }
}
