package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static dev.minori.simulators.RunningSimulators.send;
import static dev.minori.simulators.RunningSimulators.trySend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TroubleComponentTest {

    private final SalesforceClient load = SalesforceClient.load();

    @AfterEach
    void allIsWell() {
        control("DELETE", "/faults", "");
        control("DELETE", "/scenario", "");
        control("POST", "/clock", "{\"offset\":\"PT0S\"}");
    }

    @Test
    void everyAnswerTellsTheTimeOfTheOrg() {
        control("POST", "/clock", "{\"offset\":\"P3D\"}");
        Instant now = Instant.parse(control("GET", "/clock", "").path("now").asText());
        for (Answer answer : List.of(load.get("/limits"), load.get("/nothing"), SalesforceClient.token("x", "y"))) {
            Instant told = ZonedDateTime.parse(answer.header("date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            assertThat(told).isBetween(now.minusSeconds(1), now.plus(Duration.ofMinutes(1)));
        }
    }

    @Test
    void theControlIsAPageToo() {
        Answer page = send("GET", salesforce() + "/_control", Map.of(), "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.body()).contains("<title>Simulators: control</title>");
    }

    @Test
    void aTruncatedAnswerEndsInTheMiddleAndTheNextIsWhole() {
        String query = "/query?q=" + encoded("SELECT Id, Name FROM Account");
        String url = salesforce() + "/services/data/v65.0" + query;
        Map<String, String> headers = Map.of("Authorization", "Bearer " + load.token());
        control(
                "POST",
                "/faults",
                "{\"door\":\"salesforce\",\"path\":\"/query\",\"kind\":\"truncate\",\"bytes\":1000}");
        assertThatThrownBy(() -> trySend("GET", url, headers, "")).isInstanceOf(IOException.class);
        assertThat(load.get(query).json().path("records")).hasSize(2000);
        String id = load.call("POST", "/jobs/query", "{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account\"}")
                .json()
                .path("id")
                .asText();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> load.get("/jobs/query/" + id)
                        .json()
                        .path("state")
                        .asText()
                        .equals("JobComplete"));
        control(
                "POST",
                "/faults",
                "{\"door\":\"salesforce\",\"path\":\"/results\",\"kind\":\"truncate\",\"bytes\":70000}");
        String results = salesforce() + "/services/data/v65.0/jobs/query/" + id + "/results";
        assertThatThrownBy(() -> trySend("GET", results, headers, "")).isInstanceOf(IOException.class);
        assertThat(load.get("/jobs/query/" + id + "/results").body().lines()).hasSize(5001);
    }

    @Test
    void aResetConnectionIsNoAnswerAndTheNextIs() throws IOException {
        control("POST", "/faults", "{\"door\":\"salesforce\",\"path\":\"/limits\",\"kind\":\"reset\"}");
        URI address = URI.create(salesforce());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /services/data/v65.0/limits HTTP/1.1\r\nHost: x\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .as("an end in good order would be -1")
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        assertThat(load.get("/limits").status()).isEqualTo(200);
    }

    @Test
    void aMassUpdateGivesItsRowsOneStamp() {
        String stamp = control("POST", "/orgs/load/rows/stamp", "{\"object\":\"Account\",\"rows\":3000}")
                .path("stamp")
                .asText();
        Answer counted = load.query("SELECT COUNT() FROM Account WHERE SystemModstamp = " + stamp);
        assertThat(counted.json().path("totalSize").asInt()).isEqualTo(3000);
    }

    @Test
    void aScenarioReplaysExactly() {
        String scenario = """
                {"steps": [
                  {"path": "/query/", "request": 2, "do": [{"path": "/faults", "body":
                    {"door": "salesforce", "path": "/query", "kind": "status", "status": 503, "times": 2}}]},
                  {"path": "/query/", "request": 5, "do": [{"path": "/orgs/load/sessions/expire"}]},
                  {"path": "/sobjects", "request": 1, "do": [{"path": "/orgs/nowhere/sessions/expire"}]}]}
                """;
        List<Integer> first = read(scenario);
        assertThat(first).containsExactly(200, 200, 503, 503, 200, 401);
        assertThat(read(scenario)).isEqualTo(first);
        SalesforceClient.load().get("/sobjects");
        JsonNode steps = control("GET", "/scenario", "").path("steps");
        assertThat(steps.findValues("done")).allMatch(JsonNode::asBoolean);
        assertThat(steps.get(2).path("failed").asText()).contains("there is no org 'nowhere'");
        Answer refused = send(
                "PUT", salesforce() + "/_control/scenario", Map.of(), "{\"steps\":[{\"path\":\"/query\",\"do\":[]}]}");
        assertThat(refused.status()).isEqualTo(400);
    }

    /** What a client meets that asks for page after page of 200, and again for a page that was refused. */
    private static List<Integer> read(String scenario) {
        SalesforceClient client = SalesforceClient.load();
        control("PUT", "/scenario", scenario);
        List<Integer> met = new ArrayList<>();
        Answer page =
                client.get("/query?q=" + encoded("SELECT Id FROM Account"), "Sforce-Query-Options", "batchSize=1000");
        met.add(page.status());
        String next = page.json().path("nextRecordsUrl").asText();
        while (met.size() < 6) {
            Answer answer = client.get(next, "Sforce-Query-Options", "batchSize=1000");
            met.add(answer.status());
            if (answer.status() == 200) {
                next = answer.json().path("nextRecordsUrl").asText();
            }
        }
        return met;
    }
}
