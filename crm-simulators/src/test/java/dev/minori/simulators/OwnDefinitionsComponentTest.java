package dev.minori.simulators;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.kintone;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnDefinitionsComponentTest {

    private static final String TEAM = """
            {"name": "Team__c", "label": "Team", "labelPlural": "Teams", "keyPrefix": "a01", "fields": [
              {"name": "Name", "label": "Name", "type": "string", "nameField": true, "required": true},
              {"name": "Code__c", "label": "Code", "type": "string", "length": 20, "unique": true, "externalId": true}]}
            """;
    private static final String PLAYER = """
            {"name": "Player__c", "label": "Player", "labelPlural": "Players", "keyPrefix": "a02", "fields": [
              {"name": "Name", "label": "Name", "type": "string", "nameField": true, "required": true},
              {"name": "Born__c", "label": "Born", "type": "date"},
              {"name": "Team__c", "label": "Team", "type": "reference", "referenceTo": "Team__c",
               "relationshipName": "Team__r", "childRelationshipName": "Players__r", "cascadeDelete": true}]}
            """;

    private static String org(String objects) {
        return "{\"client\":{\"id\":\"own\",\"secret\":\"s\"},\"objects\":[" + objects + "]}";
    }

    private static Answer put(String path, String body) {
        return send("PUT", salesforce() + "/_control" + path, Map.of("Content-Type", "application/json"), body);
    }

    @Test
    void anOrgOfOnesOwnIsFilledByTheVendorsApi() {
        JsonNode made = control("PUT", "/orgs/league", org(TEAM + "," + PLAYER));
        assertThat(made.path("objects")).hasSize(3);
        String token = send(
                        "POST",
                        salesforce() + "/services/oauth2/token",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        "grant_type=client_credentials&client_id=own&client_secret=s")
                .json()
                .path("access_token")
                .asText();
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
        String tree = """
                {"records": [{"attributes": {"type": "Team__c", "referenceId": "t1"}, "Name": "青", "Code__c": "B",
                  "Players__r": {"records": [
                    {"attributes": {"type": "Player__c", "referenceId": "p1"}, "Name": "一郎", "Born__c": "2001-02-03"},
                    {"attributes": {"type": "Player__c", "referenceId": "p2"}, "Name": "次郎"}]}}]}
                """;
        String data = salesforce() + "/services/data/v65.0";
        Answer created = send("POST", data + "/composite/tree/Team__c", headers, tree);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().path("results").findValuesAsText("referenceId"))
                .containsExactly("t1", "p1", "p2");
        Answer again = send("POST", data + "/composite/tree/Team__c", headers, tree);
        assertThat(again.status()).as("the code is taken").isEqualTo(400);
        assertThat(again.json().path("results").findValuesAsText("referenceId")).containsExactly("t1");
        String soql = "SELECT Name, (SELECT Name FROM Players__r ORDER BY Name) FROM Team__c";
        JsonNode team =
                send("GET", data + "/query?q=" + encoded(soql), headers, "").json();
        assertThat(team.path("totalSize").asInt()).isEqualTo(1);
        assertThat(team.path("records").get(0).path("Players__r").path("records"))
                .hasSize(2);
    }

    @Test
    void definitionsThatCannotWorkAreRefusedWithTheReason() {
        Map<String, String> wrong = Map.of(
                org(PLAYER),
                "Player__c.Team__c refers to object Team__c, which is not there",
                org(TEAM + "," + TEAM),
                "object Team__c is there twice",
                org(TEAM.replace("\"a01\"", "\"a\"")),
                "key prefix 'a' is not three characters",
                org(TEAM.replace("\"string\"", "\"strong\"")),
                "unknown field type 'strong'",
                "{\"objects\":[]}",
                "client.id is required");
        wrong.forEach((body, reason) -> {
            Answer refused = put("/orgs/wrong", body.replace("\"own\"", "\"nobody\""));
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.json().path("detail").asText()).contains(reason);
        });
        assertThat(put("/orgs/demo", org(TEAM)).json().path("detail").asText()).contains("generated");
        assertThat(put("/orgs/thief", org(TEAM).replace("\"own\"", "\"minori-demo\""))
                        .json()
                        .path("detail")
                        .asText())
                .contains("belongs to org demo");
    }

    @Test
    void anAppOfOnesOwnIsOpenedByItsToken() {
        Answer made = put("/kintone/apps/77", """
                {"name": "備品", "fields": [{"code": "品名", "label": "品名", "type": "SINGLE_LINE_TEXT", "unique": true},
                  {"code": "数", "label": "数", "type": "NUMBER"}], "tokens": {"token77": ["view", "add"]}}
                """);
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        Map<String, String> token = Map.of("X-Cybozu-API-Token", "token77", "Content-Type", "application/json");
        String record = kintone() + "/k/v1/record.json";
        assertThat(send("POST", record, token, "{\"app\":77,\"record\":{\"品名\":{\"value\":\"机\"}}}")
                        .status())
                .isEqualTo(200);
        assertThat(send("PUT", record, token, "{\"app\":77,\"id\":1,\"record\":{\"数\":{\"value\":\"4\"}}}")
                        .status())
                .as("the token may not edit")
                .isEqualTo(403);
        assertThat(put("/kintone/apps/78", "{\"fields\":[]}")
                        .json()
                        .path("detail")
                        .asText())
                .contains("tokens");
    }
}
