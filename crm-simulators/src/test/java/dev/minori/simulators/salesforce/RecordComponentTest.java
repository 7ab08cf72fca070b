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
import dev.minori.simulators.RunningSimulators;
import dev.minori.simulators.RunningSimulators.Answer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordComponentTest {

    private final SalesforceClient demo = SalesforceClient.demo();

    @Test
    void aChangeMovesTheStampAndADeletionLeavesATrace() {
        String id = demo.create("Account", "{\"Name\":\"軌跡株式会社\",\"NumberOfEmployees\":12}");
        JsonNode created = demo.get("/sobjects/Account/" + id).json();
        assertThat(created.path("SystemModstamp").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000\\+0000");
        assertThat(created.path("CreatedById").asText()).startsWith("005");
        assertThat(created.path("OwnerId").asText())
                .isEqualTo(created.path("CreatedById").asText());

        await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
        assertThat(demo.call("PATCH", "/sobjects/Account/" + id, "{\"NumberOfEmployees\":null}")
                        .status())
                .isEqualTo(204);
        JsonNode changed = demo.get("/sobjects/Account/" + id).json();
        assertThat(changed.path("NumberOfEmployees").isNull()).isTrue();
        assertThat(changed.path("Name").asText()).isEqualTo("軌跡株式会社");
        assertThat(changed.path("CreatedDate")).isEqualTo(created.path("CreatedDate"));
        assertThat(changed.path("SystemModstamp").asText())
                .isGreaterThan(created.path("SystemModstamp").asText());

        await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
        assertThat(demo.call("DELETE", "/sobjects/Account/" + id, "").status()).isEqualTo(204);
        assertThat(demo.query("SELECT COUNT() FROM Account WHERE Id = '" + id + "'")
                        .json()
                        .path("totalSize")
                        .asInt())
                .isZero();
        JsonNode bin = demo.get("/queryAll?q="
                        + encoded("SELECT IsDeleted, SystemModstamp FROM Account WHERE Id = '" + id + "'"))
                .json()
                .path("records")
                .get(0);
        assertThat(bin.path("IsDeleted").asBoolean()).isTrue();
        assertThat(bin.path("SystemModstamp").asText())
                .isGreaterThan(changed.path("SystemModstamp").asText());
        Answer gone = demo.get("/sobjects/Account/" + id);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().get(0).path("errorCode").asText()).isEqualTo("ENTITY_IS_DELETED");
    }

    @Test
    void deletingAnAccountTakesItsContactsAndUsageAlong() {
        String account = demo.create("Account", "{\"Name\":\"親会社\"}");
        demo.create("Contact", "{\"LastName\":\"子\",\"AccountId\":\"" + account + "\"}");
        demo.create("DailyUsage__c", "{\"Account__c\":\"" + account + "\",\"Date__c\":\"2026-04-01\"}");
        demo.call("DELETE", "/sobjects/Account/" + account, "");
        assertThat(demo.query("SELECT COUNT() FROM Contact WHERE AccountId = '" + account + "'")
                        .json()
                        .path("totalSize")
                        .asInt())
                .isZero();
        assertThat(demo.get("/queryAll?q="
                                + encoded("SELECT COUNT() FROM DailyUsage__c WHERE Account__c = '" + account
                                        + "' AND IsDeleted = true"))
                        .json()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void upsertByExternalIdCreatesOnceAndUpdatesThen() {
        String path = "/sobjects/DailyUsage__c/UsageKey__c/"
                + encoded("C-00001|2030-01-01").replace("+", "%20");
        String account = demo.query("SELECT Id FROM Account WHERE CustomerCode__c = 'C-00001'")
                .json()
                .path("records")
                .get(0)
                .path("Id")
                .asText();
        String body = "{\"Account__c\":\"" + account + "\",\"Date__c\":\"2030-01-01\",\"ActiveUsers__c\":3}";
        Answer created = demo.call("PATCH", path, body);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().path("created").asBoolean()).isTrue();
        Answer updated = demo.call("PATCH", path, "{\"ActiveUsers__c\":5}");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().path("id")).isEqualTo(created.json().path("id"));
        assertThat(demo.call("PATCH", "/services/data/v45.0" + path, "{\"ActiveUsers__c\":5}")
                        .status())
                .as("up to version 45 the answer had no body")
                .isEqualTo(204);
        assertThat(demo.get(path).json().path("ActiveUsers__c").asDouble()).isEqualTo(5.0);
        assertThat(demo.get(path).json().path("Name").asText()).matches("U-\\d{10}");
        demo.call(
                "DELETE", "/sobjects/DailyUsage__c/" + created.json().path("id").asText(), "");
    }

    @Test
    void aClosedCaseGetsItsClosingTimeFromTheService() {
        String id = demo.create("Case", "{\"Subject\":\"件\",\"Status\":\"新規\"}");
        assertThat(demo.get("/sobjects/Case/" + id).json().path("ClosedDate").isNull())
                .isTrue();
        demo.call("PATCH", "/sobjects/Case/" + id, "{\"Status\":\"完了\"}");
        JsonNode closed = demo.get("/sobjects/Case/" + id + "?fields=ClosedDate,IsClosed,CaseNumber")
                .json();
        assertThat(closed.path("ClosedDate").asText()).isNotBlank();
        assertThat(closed.path("IsClosed").asBoolean()).isTrue();
        assertThat(closed.path("CaseNumber").asText()).matches("\\d{8}");
        demo.call("DELETE", "/sobjects/Case/" + id, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | REQUIRED_FIELD_MISSING | Required fields are missing: [Name]",
                "{\"Name\":\"a\",\"Nope__c\":1} | INVALID_FIELD | No such column 'Nope__c' on sobject of type Account",
                "{\"Name\":\"a\",\"Id\":\"x\"} | INVALID_FIELD_FOR_INSERT_UPDATE | Unable to create/update fields: Id.",
                "{\"Name\":\"a\",\"NumberOfEmployees\":\"many\"} | JSON_PARSER_ERROR | Cannot deserialize instance of int",
                "{\"Name\":\"a\",\"OnboardedOn__c\":\"31/03/2026\"} | JSON_PARSER_ERROR | instance of date",
                "{\"Name\":\"a\",\"Phase__c\":\"無\"} | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST | bad value",
                "{\"Name\":\"a\",\"OwnerId\":\"001000000000001\"} | INVALID_CROSS_REFERENCE_KEY | invalid cross reference",
                "{\"Name\":\"a\",\"OwnerId\":\"xyz\"} | MALFORMED_ID | id value of incorrect type",
                "{\"Name\":\"a\",\"CustomerCode__c\":\"c-00001\"} | DUPLICATE_VALUE | CustomerCode__c duplicates value",
                "{\"Name\":\"a\",\"CustomerCode__c\":\"123456789012345678901\"} | STRING_TOO_LONG | max length=20",
                "{broken | JSON_PARSER_ERROR | at [line:1"
            })
    void badInputIsRefusedAndStoresNothing(String body, String code, String words) {
        long before = demo.query("SELECT COUNT() FROM Account")
                .json()
                .path("totalSize")
                .asLong();
        Answer answer = demo.call("POST", "/sobjects/Account", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get(0).path("errorCode").asText()).isEqualTo(code);
        assertThat(answer.json().get(0).path("message").asText()).contains(words);
        assertThat(demo.query("SELECT COUNT() FROM Account")
                        .json()
                        .path("totalSize")
                        .asLong())
                .isEqualTo(before);
    }

    @Test
    void describeTellsTypesReferencesAndWhatIsCalculated() {
        JsonNode contract = demo.get("/sobjects/Contract/describe").json();
        assertThat(contract.path("keyPrefix").asText()).isEqualTo("800");
        Map<String, JsonNode> fields = new HashMap<>();
        contract.path("fields").forEach(field -> fields.put(field.path("name").asText(), field));
        assertThat(fields.get("AnnualAmount__c").path("calculated").asBoolean()).isTrue();
        assertThat(fields.get("AnnualAmount__c").path("createable").asBoolean()).isFalse();
        assertThat(fields.get("AccountId").path("referenceTo").get(0).asText()).isEqualTo("Account");
        assertThat(fields.get("AccountId").path("relationshipName").asText()).isEqualTo("Account");
        assertThat(fields.get("Status").path("picklistValues")).hasSize(3);
        assertThat(fields.get("SystemModstamp").path("type").asText()).isEqualTo("datetime");
        assertThat(fields.get("EndDate").path("label").asText()).isEqualTo("契約終了日");
        JsonNode global = demo.get("/sobjects").json();
        assertThat(global.path("sobjects")).hasSize(7);
        assertThat(demo.get("/sobjects/Nope__c/describe").status()).isEqualTo(404);
    }

    @Test
    void retiredVersionsAreGoneAndUnknownPathsAreNotInvented() {
        assertThat(demo.get("/services/data/v30.0/limits").status()).isEqualTo(410);
        assertThat(demo.get("/services/data/v30.0/limits")
                        .json()
                        .get(0)
                        .path("errorCode")
                        .asText())
                .isEqualTo("UNSUPPORTED_API_VERSION");
        assertThat(demo.get("/services/data/v99.0/limits").status()).isEqualTo(404);
        assertThat(demo.get("/analytics").json().get(0).path("errorCode").asText())
                .isEqualTo("NOT_FOUND");
        assertThat(demo.call("PUT", "/limits", "{}").status()).isEqualTo(405);
        assertThat(send("GET", salesforce() + "/services/data/", Map.of(), "").json())
                .hasSizeGreaterThan(30);
    }

    @Test
    void theDailyAllowanceIsCountedAndEnds() {
        SalesforceClient load = SalesforceClient.load();
        try {
            control("PATCH", "/orgs/load", "{\"dailyLimit\":100,\"callsUsed\":98}");
            assertThat(load.get("/sobjects").header("sforce-limit-info")).isEqualTo("api-usage=99/100");
            assertThat(load.get("/limits")
                            .json()
                            .path("DailyApiRequests")
                            .path("Remaining")
                            .asInt())
                    .isZero();
            Answer refused = load.get("/sobjects");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("sforce-limit-info")).isEqualTo("api-usage=100/100");
            assertThat(refused.json().get(0).path("errorCode").asText()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        } finally {
            control("PATCH", "/orgs/load", "{\"dailyLimit\":1000000,\"callsUsed\":0}");
        }
    }

    @Test
    void orderedFaultsHitTheNextRequestsAndNoMore() {
        SalesforceClient load = SalesforceClient.load();
        control(
                "POST",
                "/faults",
                "{\"door\":\"salesforce\",\"path\":\"/limits\",\"kind\":\"status\",\"status\":503,\"times\":2}");
        assertThat(load.get("/limits").status()).isEqualTo(503);
        assertThat(load.get("/sobjects").status()).isEqualTo(200);
        assertThat(load.get("/limits").json().get(0).path("errorCode").asText()).isEqualTo("SERVER_UNAVAILABLE");
        assertThat(load.get("/limits").status()).isEqualTo(200);

        control("POST", "/faults", "{\"door\":\"salesforce\",\"path\":\"/sobjects/User\",\"kind\":\"cut\"}");
        assertThatThrownBy(() -> trySend(
                        "POST",
                        salesforce() + "/services/data/v65.0/sobjects/User",
                        Map.of("Authorization", "Bearer " + load.token()),
                        "{}"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void lostDatabaseConnectionsAreReplacedWithoutAnErrorToTheCaller() throws SQLException {
        assertThat(demo.get("/sobjects/User").status()).isEqualTo(200);
        RunningSimulators.endDatabaseConnections();
        await().pollDelay(Duration.ofMillis(2500)).until(() -> true);
        assertThat(demo.query("SELECT COUNT() FROM User").status()).isEqualTo(200);
    }
}
