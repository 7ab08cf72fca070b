package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.simulators.NodeClients;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** jsforce, unchanged and over the wire, judges the simulator: {@code clients/salesforce.mjs}. */
class JsforceComponentTest {

    @Test
    void aClientOfManyProjectsTakesItForTheRealThing() throws IOException, InterruptedException {
        control("PUT", "/orgs/clients", """
                {"zone": "Asia/Tokyo", "client": {"id": "clients", "secret": "clients-secret"}, "objects": [
                  {"name": "Account", "label": "取引先", "labelPlural": "取引先", "keyPrefix": "001", "fields": [
                    {"name": "Name", "label": "名前", "type": "string", "required": true, "nameField": true},
                    {"name": "Code__c", "label": "番号", "type": "string", "length": 20, "unique": true, "externalId": true},
                    {"name": "Employees__c", "label": "人数", "type": "int"},
                    {"name": "OwnerId", "label": "所有者", "type": "reference", "referenceTo": "User",
                     "relationshipName": "Owner"}]},
                  {"name": "Person__c", "label": "人", "labelPlural": "人", "keyPrefix": "a01", "fields": [
                    {"name": "LastName", "label": "姓", "type": "string", "required": true, "nameField": true},
                    {"name": "Account__c", "label": "取引先", "type": "reference", "referenceTo": "Account",
                     "relationshipName": "Account__r", "childRelationshipName": "People__r", "cascadeDelete": true}]}]}
                """);
        String steps = NodeClients.run(Map.of("SALESFORCE", salesforce()), "node", "salesforce.mjs");
        assertThat(steps.lines()).hasSize(10);
    }
}
