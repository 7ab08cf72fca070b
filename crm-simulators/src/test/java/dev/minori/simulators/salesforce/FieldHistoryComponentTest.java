package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class FieldHistoryComponentTest {

    private static final String ORG = """
            {"client": {"id": "tracked", "secret": "s"}, "objects": [
              {"name": "Deal__c", "label": "商談", "labelPlural": "商談", "keyPrefix": "a0D", "fields": [
                 {"name": "Name", "label": "Name", "type": "string", "nameField": true, "required": true},
                 {"name": "Stage__c", "label": "Stage", "type": "string", "tracked": true},
                 {"name": "Note__c", "label": "Note", "type": "string"}]}]}
            """;
    private static final String ROWS =
            "SELECT ParentId, Field, DataType, OldValue, NewValue, CreatedById FROM Deal__History ORDER BY Id";

    @Test
    void changesOfTrackedFieldsAreKeptBesideTheirRecord() {
        control("PUT", "/orgs/tracked", ORG);
        SalesforceClient tracked = SalesforceClient.withToken(SalesforceClient.token("tracked", "s")
                .json()
                .path("access_token")
                .asText());
        String id = tracked.create("Deal__c", "{\"Name\":\"一\"}");
        for (String change : new String[] {
            "{\"Stage__c\":\"提案\"}", "{\"Note__c\":\"x\"}", "{\"Stage__c\":\"提案\"}", "{\"Stage__c\":null}"
        }) {
            assertThat(tracked.call("PATCH", "/sobjects/Deal__c/" + id, change).status())
                    .isEqualTo(204);
        }
        JsonNode rows = tracked.query(ROWS).json().path("records");
        assertThat(rows.findValuesAsText("ParentId")).containsOnly(id).hasSize(3);
        assertThat(rows.findValuesAsText("Field")).containsExactly("created", "Stage__c", "Stage__c");
        assertThat(rows.findValuesAsText("OldValue")).containsExactly("null", "null", "提案");
        assertThat(rows.findValuesAsText("NewValue")).containsExactly("null", "提案", "null");
        assertThat(tracked.query("SELECT Name, (SELECT Field FROM Histories) FROM Deal__c")
                        .json()
                        .path("records")
                        .get(0)
                        .path("Histories")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(3);
        JsonNode described = tracked.get("/sobjects/Deal__History/describe").json();
        assertThat(described.path("createable").asBoolean(true)).isFalse();
        assertThat(described.path("replicateable").asBoolean(true)).isFalse();
        assertThat(tracked.call("POST", "/sobjects/Deal__History", "{\"Field\":\"x\"}")
                        .body())
                .contains("INSUFFICIENT_ACCESS_OR_READONLY");
        assertThat(tracked.get("/sobjects/Deal__History/updated?start=2026-01-01T00:00:00Z&end=2026-01-02T00:00:00Z")
                        .body())
                .contains("INVALID_TYPE_FOR_OPERATION");
        tracked.call("DELETE", "/sobjects/Deal__c/" + id, "");
        assertThat(tracked.query(ROWS).json().path("totalSize").asInt())
                .as("gone with its record")
                .isZero();
    }
}
