package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How far a query reaches, in an org whose records hang one below the other. */
class SoqlReachComponentTest {

    private static final String ORG = """
            {"client": {"id": "reach", "secret": "s"}, "objects": [
              {"name": "Node__c", "label": "Node", "labelPlural": "Nodes", "keyPrefix": "a0N", "fields": [
                 {"name": "Name", "label": "Name", "type": "string", "nameField": true, "required": true},
                 {"name": "Code__c", "label": "Code", "type": "string", "length": 20, "externalId": true},
                 {"name": "Tags__c", "label": "Tags", "type": "multipicklist", "picklist": ["a", "b", "c"]},
                 {"name": "Up__c", "label": "Up", "type": "reference", "referenceTo": "Node__c",
                  "relationshipName": "Up__r", "childRelationshipName": "Downs__r"}]}]}
            """;
    private static SalesforceClient reach;

    @BeforeAll
    static void sixNodesInAChain() {
        control("PUT", "/orgs/reach", ORG);
        reach = SalesforceClient.withToken(
                SalesforceClient.token("reach", "s").json().path("access_token").asText());
        String above = "null";
        List<String> tags = List.of("a", "b", "a;b", "b;c", "a;b;c", "c");
        for (int i = 0; i < tags.size(); i++) {
            above = '"'
                    + reach.create(
                            "Node__c",
                            "{\"Name\":\"n" + i + "\",\"Code__c\":\"" + (i < 2 ? "twice" : "c" + i)
                                    + "\",\"Tags__c\":\"" + tags.get(i) + "\",\"Up__c\":" + above + "}")
                    + '"';
        }
    }

    private static List<String> named(String where) {
        return reach.query("SELECT Name FROM Node__c WHERE " + where + " ORDER BY Name")
                .json()
                .path("records")
                .findValuesAsText("Name");
    }

    @Test
    void parentsAreReachedFiveLevelsUpAndNoFurther() {
        JsonNode five = reach.query("SELECT Up__r.Up__r.Up__r.Up__r.Up__r.Name FROM Node__c WHERE Name = 'n5'")
                .json()
                .path("records")
                .get(0);
        for (int level = 0; level < 5; level++) {
            five = five.path("Up__r");
        }
        assertThat(five.path("Name").asText()).isEqualTo("n0");
        assertThat(named("Up__r.Up__r.Up__r.Up__r.Up__r.Name = 'n0'")).containsExactly("n5");
        Answer six = reach.query("SELECT Up__r.Up__r.Up__r.Up__r.Up__r.Up__r.Name FROM Node__c");
        assertThat(six.status()).isEqualTo(400);
        assertThat(six.json().get(0).path("errorCode").asText()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void severalChoicesAreFoundTogetherOrApart() {
        assertThat(named("Tags__c INCLUDES ('a;b', 'c')")).containsExactly("n2", "n3", "n4", "n5");
        assertThat(named("Tags__c EXCLUDES ('b')")).containsExactly("n0", "n5");
        assertThat(named("Tags__c = 'a;b'")).containsExactly("n2");
    }

    @Test
    void allFieldsComeWhenTheQueryIsLimited() {
        JsonNode all = reach.query("SELECT FIELDS(ALL) FROM Node__c WHERE Name = 'n1' LIMIT 200")
                .json()
                .path("records")
                .get(0);
        assertThat(all.path("Tags__c").asText()).isEqualTo("b");
        assertThat(all.path("SystemModstamp").asText()).endsWith(".000+0000");
        assertThat(reach.query("SELECT FIELDS(CUSTOM) FROM Node__c").body())
                .contains("MALFORMED_QUERY", "LIMIT of at most 200");
        assertThat(reach.query("SELECT FIELDS(STANDARD) FROM Node__c").status()).isEqualTo(200);
    }

    @Test
    void anExternalIdOfSeveralRecordsIsAnsweredWithTheirAddresses() {
        List<String> twice = reach.query("SELECT Id FROM Node__c WHERE Code__c = 'twice' ORDER BY Id")
                .json()
                .path("records")
                .findValuesAsText("Id");
        for (String method : List.of("PATCH", "GET")) {
            Answer choices = reach.call(
                    method, "/sobjects/Node__c/Code__c/twice", method.equals("GET") ? "" : "{\"Name\":\"x\"}");
            assertThat(choices.status()).isEqualTo(300);
            assertThat(choices.json())
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrder(
                            "/services/data/v65.0/sobjects/Node__c/" + twice.getFirst(),
                            "/services/data/v65.0/sobjects/Node__c/" + twice.getLast());
        }
        assertThat(named("Name = 'x'")).as("nothing was written").isEmpty();
    }
}
