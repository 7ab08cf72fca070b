package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.minori.simulators.RunningSimulators;
import dev.minori.simulators.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookComponentTest {

    private static final KintoneUser TOKEN = KintoneUser.token("hook");
    private static final List<JsonNode> TOLD = new CopyOnWriteArrayList<>();
    private static HttpServer listener;
    private static int minutes;

    @BeforeAll
    static void somebodyListens() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            TOLD.add(Json.MAPPER.readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
        control("PUT", "/kintone/apps/109", """
                {"name": "依頼", "fields": [{"code": "題", "label": "題", "type": "SINGLE_LINE_TEXT"}],
                 "process": {"states": [{"name": "新"}, {"name": "済"}],
                   "actions": [{"name": "済ませる", "from": "新", "to": "済"}]},
                 "webhooks": [{"url": "http://127.0.0.1:%d/in",
                   "events": ["ADD_RECORD", "UPDATE_RECORD", "UPDATE_STATUS", "ADD_RECORD_COMMENT"]}],
                 "tokens": {"hook": ["view", "add", "edit", "delete"]}}
                """.formatted(listener.getAddress().getPort()));
    }

    /** Each test has a minute of its own, from its first second on: what is counted by the minute must not meet two. */
    @BeforeEach
    void anotherMinute() {
        TOLD.clear();
        nextMinute();
    }

    private static void nextMinute() {
        long seconds = 60 - RunningSimulators.now().getEpochSecond() % 60;
        control("POST", "/clock", "{\"offset\":\"PT" + ++minutes + "M" + seconds + "S\"}");
    }

    @AfterAll
    static void nobodyListens() {
        control("POST", "/clock", "{\"offset\":\"PT0S\"}");
        listener.stop(0);
    }

    private static void heard(int count) {
        await().until(() -> TOLD.size() >= count);
    }

    @Test
    void changesOfSingleRecordsAreTold() {
        String id = TOKEN.add(109, "{\"題\":{\"value\":\"見積\"}}");
        heard(1);
        JsonNode added = TOLD.getFirst();
        assertThat(added.path("type").asText()).isEqualTo("ADD_RECORD");
        assertThat(added.path("app").path("name").asText()).isEqualTo("依頼");
        assertThat(added.at("/record/題/value").asText()).isEqualTo("見積");
        assertThat(added.path("recordTitle").asText()).isEqualTo("見積");
        assertThat(added.path("url").asText()).endsWith("/k/109/show#record=" + id);
        TOKEN.put("record.json", "{\"app\":109,\"id\":" + id + ",\"record\":{\"題\":{\"value\":\"注文\"}}}");
        heard(2);
        TOKEN.put("record/status.json", "{\"app\":109,\"id\":" + id + ",\"action\":\"済ませる\"}");
        heard(3);
        TOKEN.post("record/comment.json", "{\"app\":109,\"record\":" + id + ",\"comment\":{\"text\":\"はい\"}}");
        heard(4);
        assertThat(TOLD)
                .extracting(one -> one.path("type").asText())
                .containsExactly("ADD_RECORD", "UPDATE_RECORD", "UPDATE_STATUS", "ADD_RECORD_COMMENT");
        assertThat(TOLD.getLast().at("/comment/text").asText()).isEqualTo("はい");
        assertThat(TOLD.getLast().path("recordId").asText()).isEqualTo(id);
    }

    @Test
    void changesOfManyRecordsAreNot() {
        TOKEN.post("records.json", "{\"app\":109,\"records\":[{},{}]}");
        TOKEN.post(
                "bulkRequest.json",
                "{\"requests\":[{\"method\":\"POST\",\"api\":\"/k/v1/record.json\",\"payload\":{\"app\":109,\"record\":{}}}]}");
        TOKEN.add(109, "{\"題\":{\"value\":\"一件\"}}");
        heard(1);
        assertThat(TOLD).extracting(one -> one.path("recordTitle").asText()).containsExactly("一件");
    }

    @Test
    void whatIsMoreThanSixtyAMinuteIsDropped() {
        for (int i = 1; i <= 65; i++) {
            TOKEN.add(109, "{\"題\":{\"value\":\"" + i + "\"}}");
        }
        heard(60);
        nextMinute();
        TOKEN.add(109, "{\"題\":{\"value\":\"次の分\"}}");
        heard(61);
        assertThat(TOLD)
                .extracting(one -> one.path("recordTitle").asText())
                .contains("60", "次の分")
                .doesNotContain("61", "65");
    }
}
