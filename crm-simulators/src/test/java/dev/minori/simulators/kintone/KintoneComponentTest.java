package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.kintone;
import static dev.minori.simulators.RunningSimulators.now;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KintoneComponentTest {

    private static final String ALL = "demo-token-all";

    private static Answer call(String token, String method, String path, String body, String... headers) {
        Map<String, String> all = new HashMap<>();
        if (!token.isEmpty()) {
            all.put("X-Cybozu-API-Token", token);
        }
        if (!body.isEmpty()) {
            all.put("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return send(method, kintone() + "/k/v1/" + path, all, body);
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode records(int app, String query) {
        return ok(call(ALL, "GET", "records.json?totalCount=true&app=" + app + "&query=" + encoded(query), ""));
    }

    private static int count(int app, String query) {
        return Integer.parseInt(records(app, query).path("totalCount").asText());
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("id").asText()).isNotBlank();
        assertThat(answer.header("x-cybozu-error")).isEqualTo(code);
    }

    @Test
    void pagingByIdReadsEveryRecordExactlyOnce() {
        Set<String> seen = new HashSet<>();
        long last = 0;
        while (true) {
            JsonNode page = ok(call(
                    "demo-token-app3",
                    "GET",
                    "records.json?app=3&fields[0]=" + encoded("$id") + "&query="
                            + encoded("$id > " + last + " order by $id asc limit 500"),
                    ""));
            if (page.path("records").isEmpty()) {
                break;
            }
            for (JsonNode record : page.path("records")) {
                assertThat(record.size()).isEqualTo(1);
                assertThat(seen.add(record.path("$id").path("value").asText())).isTrue();
                last = record.path("$id").path("value").asLong();
            }
        }
        assertThat(seen.size()).isEqualTo(count(3, "")).isGreaterThan(1500);
    }

    @Test
    void withoutLimitTheNewestHundredComeAndNoTotal() {
        JsonNode page = ok(call(ALL, "GET", "records.json?app=3", ""));
        assertThat(page.path("records")).hasSize(100);
        assertThat(page.path("totalCount").isNull()).isTrue();
        assertThat(page.path("records").get(0).path("$id").path("value").asLong())
                .isGreaterThan(
                        page.path("records").get(1).path("$id").path("value").asLong());
        assertThat(page.path("records").get(0).path("レコード番号").path("value").asText())
                .startsWith("ACT-");
    }

    @Test
    void aLongReadMayComeAsAnOverriddenPost() {
        JsonNode page = ok(call(
                ALL,
                "POST",
                "records.json",
                "{\"app\":1,\"query\":\"顧客コード in (\\\"C-00001\\\")\",\"fields\":[\"会社名\"],\"totalCount\":true}",
                "X-HTTP-Method-Override",
                "GET"));
        assertThat(page.path("totalCount").asText()).isEqualTo("1");
        assertThat(page.path("records").get(0).path("会社名").path("value").asText())
                .isNotBlank();
        Answer tooLong = call(ALL, "GET", "records.json?app=1&query=" + "x".repeat(9000), "");
        assertThat(tooLong.status()).isEqualTo(414);
    }

    @Test
    void tokensOpenTheirOwnAppOnly() {
        refused(call("", "GET", "records.json?app=1", ""), 401, "CB_AU01");
        refused(call("made-up", "GET", "records.json?app=1", ""), 400, "GAIA_IA02");
        refused(call("demo-token-app1", "GET", "records.json?app=2", ""), 400, "GAIA_IA02");
        refused(call("demo-token-app1", "POST", "record.json", "{\"app\":1,\"record\":{}}"), 403, "GAIA_NO01");
        refused(call(ALL, "GET", "records.json?app=99", ""), 404, "GAIA_AP01");
        ok(call("demo-token-app1, demo-token-app2", "GET", "records.json?app=2", ""));
        refused(call("a,b,c,d,e,f,g,h,i,j", "GET", "records.json?app=1", ""), 400, "CB_VA01");
    }

    @Test
    void errorsComeInTheCallersLanguage() {
        assertThat(call("", "GET", "records.json?app=1", "", "Accept-Language", "en-US")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("Please login.");
        assertThat(call("", "GET", "records.json?app=1", "", "Accept-Language", "ja")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("ログインしてください。");
    }

    @Test
    void everyAnswerTellsHowManyRequestsRun() {
        Answer answer = call(ALL, "GET", "records.json?app=1&query=limit%201", "");
        assertThat(answer.header("x-concurrencylimit-limit")).isEqualTo("100");
        assertThat(Integer.parseInt(answer.header("x-concurrencylimit-running")))
                .isBetween(1, 99);
        assertThat(ZonedDateTime.parse(answer.header("date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isCloseTo(now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void moreThanAHundredRequestsAtATimeAreTooMany() throws Exception {
        control(
                "POST",
                "/faults",
                "{\"door\":\"kintone\",\"kind\":\"delay\",\"time\":\"PT2S\",\"times\":101,\"path\":\"app/settings\"}");
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 101; i++) {
                answers.add(together.submit(() -> call(ALL, "GET", "app/settings.json?app=1", "")));
            }
        } finally {
            control("DELETE", "/faults", "");
        }
        List<Answer> refused = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            if (answer.get().status() != 200) {
                refused.add(answer.get());
            }
        }
        assertThat(refused).hasSize(1);
        refused(refused.getFirst(), 429, "GAIA_TO04");
        assertThat(refused.getFirst().header("x-concurrencylimit-running")).isEqualTo("101");
    }

    @Test
    void overloadIs429AndMaintenanceIsAPageOfHtml() {
        control("POST", "/faults", "{\"door\":\"kintone\",\"kind\":\"status\",\"status\":429,\"path\":\"app.json\"}");
        refused(call(ALL, "GET", "app.json?id=1", ""), 429, "GAIA_TO04");
        control("POST", "/faults", "{\"door\":\"kintone\",\"kind\":\"status\",\"status\":503,\"path\":\"app.json\"}");
        Answer maintenance = call(ALL, "GET", "app.json?id=1", "");
        assertThat(maintenance.status()).isEqualTo(503);
        assertThat(maintenance.header("content-type")).startsWith("text/html");
        assertThat(ok(call(ALL, "GET", "app.json?id=1", "")).path("name").asText())
                .isEqualTo("顧客管理");
    }

    @Test
    void formFieldsTellTypesAndOptions() {
        JsonNode properties = ok(call("demo-token-app1", "GET", "app/form/fields.json?app=1", ""))
                .path("properties");
        assertThat(properties.path("顧客コード").path("unique").asBoolean()).isTrue();
        assertThat(properties
                        .path("契約プラン")
                        .path("options")
                        .path("ライト")
                        .path("index")
                        .asText())
                .isEqualTo("0");
        assertThat(properties
                        .path("導入製品")
                        .path("fields")
                        .path("数量")
                        .path("type")
                        .asText())
                .isEqualTo("NUMBER");
        assertThat(properties.path("更新日時").path("type").asText()).isEqualTo("UPDATED_TIME");
    }
}
