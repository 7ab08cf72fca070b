package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.kintone;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CursorComponentTest {

    private final List<String> open = new ArrayList<>();

    private static Answer call(String method, String path, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Cybozu-API-Token", "demo-token-all");
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return send(method, kintone() + "/k/v1/" + path, headers, body);
    }

    private String cursor(int app, String query, int size) {
        Answer answer = create(app, query, size);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        open.add(answer.json().path("id").asText());
        return answer.json().path("id").asText();
    }

    private static Answer create(int app, String query, int size) {
        return call(
                "POST",
                "records/cursor.json",
                "{\"app\":" + app + ",\"fields\":[\"$id\"],\"query\":\"" + query + "\",\"size\":" + size + "}");
    }

    private static Answer page(String cursor) {
        return call("GET", "records/cursor.json?id=" + cursor, "");
    }

    private static String code(Answer answer) {
        return answer.json().path("code").asText();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("records")
                .forEach(record -> ids.add(record.path("$id").path("value").asText()));
        return ids;
    }

    @AfterEach
    void leaveNone() {
        control("POST", "/clock", "{\"offset\":\"PT0S\"}");
        open.forEach(id -> call("DELETE", "records/cursor.json", "{\"id\":\"" + id + "\"}"));
    }

    @Test
    void aCursorGivesEveryRecordOnceAndIsGoneWithTheLastPage() {
        Answer created = create(3, "order by $id asc", 500);
        String id = created.json().path("id").asText();
        open.add(id);
        Set<String> seen = new HashSet<>();
        boolean next = true;
        while (next) {
            Answer page = page(id);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(seen).doesNotContainAnyElementsOf(ids(page.json()));
            seen.addAll(ids(page.json()));
            next = page.json().path("next").asBoolean();
        }
        assertThat(String.valueOf(seen.size()))
                .isEqualTo(created.json().path("totalCount").asText());
        Answer gone = page(id);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(code(gone)).isEqualTo("GAIA_CN01");
        assertThat(code(call("DELETE", "records/cursor.json", "{\"id\":\"" + id + "\"}")))
                .isEqualTo("GAIA_CN01");
    }

    @Test
    void membersAreSettledAtTheStartAndDeletedOnesAreLeftOut() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(call(
                            "POST",
                            "record.json",
                            "{\"app\":2,\"record\":{\"顧客コード\":{\"value\":\"C-00001\"},\"回答日\":{\"value\":"
                                    + "\"2026-04-01\"}}}")
                    .json()
                    .path("id")
                    .asText());
        }
        String id = cursor(2, "$id >= " + made.getFirst() + " order by $id asc", 1);
        assertThat(ids(page(id).json())).containsExactly(made.getFirst());
        call("DELETE", "records.json", "{\"app\":2,\"ids\":[" + made.get(1) + "]}");
        JsonNode empty = page(id).json();
        assertThat(empty.path("records")).isEmpty();
        assertThat(empty.path("next").asBoolean())
                .as("an empty page, and more to come")
                .isTrue();
        JsonNode last = page(id).json();
        assertThat(ids(last)).containsExactly(made.get(2));
        assertThat(last.path("next").asBoolean()).isFalse();
        call("DELETE", "records.json", "{\"app\":2,\"ids\":[" + made.get(0) + "," + made.get(2) + "]}");
    }

    @Test
    void theEleventhCursorIsRefusedUntilOneExpires() {
        for (int i = 0; i < 10; i++) {
            cursor(1, "", 10);
        }
        Answer refused = create(1, "", 10);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(code(refused)).isEqualTo("GAIA_TM12");
        control("POST", "/clock", "{\"offset\":\"PT9M\"}");
        assertThat(page(open.getFirst()).status())
                .as("a page that leaves some prolongs the life")
                .isEqualTo(200);
        control("POST", "/clock", "{\"offset\":\"PT11M\"}");
        assertThat(page(open.getFirst()).status()).isEqualTo(200);
        assertThat(code(page(open.getLast()))).isEqualTo("GAIA_CN01");
        cursor(1, "", 10);
    }

    @Test
    void aCursorTakesNoWindowAndNoStrangeSize() {
        assertThat(code(create(1, "limit 5", 10))).isEqualTo("CB_VA01");
        assertThat(code(create(1, "", 501))).isEqualTo("CB_VA01");
        assertThat(code(call("POST", "records/cursor.json", "{\"app\":99}"))).isEqualTo("GAIA_AP01");
    }
}
