package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.kintone;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkRequestComponentTest {

    private static Answer call(String method, String path, String body) {
        return send(
                method,
                kintone() + "/k/v1/" + path,
                body.isEmpty()
                        ? Map.of("X-Cybozu-API-Token", "demo-token-all")
                        : Map.of("X-Cybozu-API-Token", "demo-token-all", "Content-Type", "application/json"),
                body);
    }

    private static String request(String method, String api, String payload) {
        return "{\"method\":\"" + method + "\",\"api\":\"/k/v1/" + api + "\",\"payload\":" + payload + "}";
    }

    private static Answer bulk(String... requests) {
        return call("POST", "bulkRequest.json", "{\"requests\":[" + String.join(",", requests) + "]}");
    }

    private static int count(String subject) {
        return call("GET", "records.json?app=2&totalCount=true&query=" + encoded("回答者名 = \"" + subject + "\""), "")
                .json()
                .path("totalCount")
                .asInt();
    }

    private static String record(String subject) {
        return "{\"顧客コード\":{\"value\":\"C-00001\"},\"回答日\":{\"value\":\"2026-04-01\"},\"回答者名\":{\"value\":\"" + subject
                + "\"}}";
    }

    private static String add(String subject) {
        return "{\"app\":2,\"record\":" + record(subject) + "}";
    }

    @Test
    void writesOfSeveralAppsAreOneTransaction() {
        String subject = "一括" + System.nanoTime();
        Answer done = bulk(
                request("POST", "record.json", add(subject)),
                request("POST", "records.json", "{\"app\":2,\"records\":[" + record(subject) + "]}"));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        JsonNode results = done.json().path("results");
        assertThat(results.get(0).path("revision").asText()).isEqualTo("1");
        String second = results.get(1).path("ids").get(0).asText();
        assertThat(count(subject)).isEqualTo(2);

        Answer failed = bulk(
                request("DELETE", "records.json", "{\"app\":2,\"ids\":[" + second + "]}"),
                request("PUT", "record.json", "{\"app\":2,\"id\":999999999,\"record\":{}}"),
                request("POST", "record.json", add(subject)));
        assertThat(failed.status()).isEqualTo(404);
        assertThat(failed.header("x-cybozu-error")).isEqualTo("GAIA_RE01");
        assertThat(failed.json().path("results")).hasSize(3);
        assertThat(failed.json().path("results").get(0)).isEmpty();
        assertThat(failed.json().path("results").get(1).path("code").asText()).isEqualTo("GAIA_RE01");
        assertThat(count(subject))
                .as("the deletion before the failure is undone")
                .isEqualTo(2);
        call(
                "DELETE",
                "records.json",
                "{\"app\":2,\"ids\":[" + second + ","
                        + results.get(0).path("id").asText() + "]}");
    }

    @Test
    void onlyWritesAreTakenAndTwentyOfThem() {
        Answer reading = bulk(request("GET", "records.json", "{\"app\":1}"));
        assertThat(reading.status()).isEqualTo(400);
        assertThat(reading.json().path("results").get(0).path("code").asText()).isEqualTo("CB_VA01");
        String many = IntStream.range(0, 21)
                .mapToObj(i -> request("POST", "record.json", add("多")))
                .collect(Collectors.joining(","));
        assertThat(bulk(many).json().path("code").asText()).isEqualTo("CB_VA01");
        assertThat(count("多")).isZero();
    }
}
