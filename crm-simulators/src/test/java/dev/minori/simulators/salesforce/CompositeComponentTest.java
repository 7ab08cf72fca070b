package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompositeComponentTest {

    private final SalesforceClient demo = SalesforceClient.demo();

    private long count(String object, String where) {
        return demo.query("SELECT COUNT() FROM " + object + " WHERE " + where)
                .json()
                .path("totalSize")
                .asLong();
    }

    private static String accounts(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"" + name + "\",\"NumberOfEmployees\":"
                        + i + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private List<String> create(String name, int count) {
        Answer answer = demo.call("POST", "/composite/sobjects", "{\"records\":" + accounts(name, count) + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json().forEach(result -> ids.add(result.path("id").asText()));
        return ids;
    }

    private void delete(List<String> ids) {
        demo.call("DELETE", "/composite/sobjects?ids=" + String.join(",", ids), "");
    }

    @Test
    void twoHundredRecordsGoInOneCallAndComeBackInTheirOrder() {
        String name = "集" + System.nanoTime();
        List<String> ids = create(name, 200);
        assertThat(new HashSet<>(ids)).hasSize(200);
        JsonNode read = demo.call(
                        "POST",
                        "/composite/sobjects/Account",
                        "{\"fields\":[\"NumberOfEmployees\"],\"ids\":[\"" + ids.get(7) + "\",\"001000000000000AAA\",\""
                                + ids.get(3) + "\"]}")
                .json();
        assertThat(read.get(0).path("NumberOfEmployees").asInt()).isEqualTo(7);
        assertThat(read.get(1).isNull()).isTrue();
        assertThat(read.get(2).path("NumberOfEmployees").asInt()).isEqualTo(3);
        JsonNode deleted = demo.call("DELETE", "/composite/sobjects?ids=" + String.join(",", ids), "")
                .json();
        assertThat(deleted)
                .hasSize(200)
                .allMatch(result -> result.path("success").asBoolean());
        assertThat(count("Account", "Name = '" + name + "'")).isZero();
        Answer tooMany = demo.call("POST", "/composite/sobjects", "{\"records\":" + accounts(name, 201) + "}");
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.json().get(0).path("message").asText()).contains("cannot submit more than 200 records");
    }

    @Test
    void aBadRecordFailsAloneUnlessAllStandOrFall() {
        String name = "半" + System.nanoTime();
        String records = "[{\"attributes\":{\"type\":\"Account\"},\"Name\":\"" + name + "\"},"
                + "{\"attributes\":{\"type\":\"Account\"},\"Phase__c\":\"無\",\"Name\":\"" + name + "\"},"
                + "{\"attributes\":{\"type\":\"Nope\"},\"Name\":\"" + name + "\"}]";
        JsonNode results = demo.call("POST", "/composite/sobjects", "{\"records\":" + records + "}")
                .json();
        assertThat(results.get(0).path("success").asBoolean()).isTrue();
        assertThat(results.get(1).path("errors").get(0).path("statusCode").asText())
                .isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(results.get(1).path("errors").get(0).path("fields").get(0).asText())
                .isEqualTo("Phase__c");
        assertThat(results.get(2).path("errors").get(0).path("statusCode").asText())
                .isEqualTo("INVALID_TYPE");
        assertThat(count("Account", "Name = '" + name + "'")).isEqualTo(1);

        JsonNode all = demo.call("POST", "/composite/sobjects", "{\"allOrNone\":true,\"records\":" + records + "}")
                .json();
        assertThat(all.get(0).path("errors").get(0).path("statusCode").asText())
                .isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(count("Account", "Name = '" + name + "'")).isEqualTo(1);
        delete(List.of(results.get(0).path("id").asText()));
    }

    @Test
    void lockedRowsFailAloneAndGoThroughWhenTriedAgain() {
        List<String> ids = create("錠" + System.nanoTime(), 3);
        control("POST", "/orgs/demo/rows/lock", "{\"object\":\"Account\",\"times\":1}");
        String body = ids.stream()
                .map(id -> "{\"attributes\":{\"type\":\"Account\"},\"id\":\"" + id + "\",\"NumberOfEmployees\":7}")
                .collect(Collectors.joining(",", "{\"records\":[", "]}"));
        JsonNode first = demo.call("PATCH", "/composite/sobjects", body).json();
        assertThat(first.findValuesAsText("success")).containsExactly("false", "true", "true");
        assertThat(first.get(0).path("errors").get(0).path("statusCode").asText())
                .isEqualTo("UNABLE_TO_LOCK_ROW");
        assertThat(demo.call("PATCH", "/composite/sobjects", body).json().findValuesAsText("success"))
                .containsExactly("true", "true", "true");
        delete(ids);
    }

    @Test
    void collectionsUpdateAndUpsertByExternalId() {
        List<String> ids = create("更" + System.nanoTime(), 2);
        JsonNode updated = demo.call(
                        "PATCH",
                        "/composite/sobjects",
                        "{\"records\":[{\"attributes\":{\"type\":\"Account\"},\"id\":\"" + ids.getFirst()
                                + "\",\"NumberOfEmployees\":99},"
                                + "{\"attributes\":{\"type\":\"Account\"},\"Id\":\"001000000000000AAA\",\"Name\":\"x\"}]}")
                .json();
        assertThat(updated.get(0).path("success").asBoolean()).isTrue();
        assertThat(updated.get(1).path("errors").get(0).path("statusCode").asText())
                .isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        assertThat(demo.get("/sobjects/Account/" + ids.getFirst())
                        .json()
                        .path("NumberOfEmployees")
                        .asInt())
                .isEqualTo(99);

        String key = "K" + System.nanoTime() % 1_000_000_000;
        String body = "{\"records\":[{\"attributes\":{\"type\":\"Account\"},\"CustomerCode__c\":\"" + key
                + "\",\"Name\":\"一\"},{\"attributes\":{\"type\":\"Account\"},\"CustomerCode__c\":\"" + key
                + "\",\"Name\":\"二\"}]}";
        JsonNode first = demo.call("PATCH", "/composite/sobjects/Account/CustomerCode__c", body)
                .json();
        assertThat(first.get(0).path("created").asBoolean()).isTrue();
        assertThat(first.get(1).path("errors").get(0).path("message").asText())
                .isEqualTo("Duplicate external id specified: " + key);
        JsonNode second = demo.call("PATCH", "/composite/sobjects/Account/CustomerCode__c", body)
                .json();
        assertThat(second.get(0).path("created").asBoolean()).isFalse();
        assertThat(second.get(0).path("id")).isEqualTo(first.get(0).path("id"));
        delete(List.of(ids.get(0), ids.get(1), first.get(0).path("id").asText()));
    }

    @Test
    void childrenBeyondFiveHundredArePagedOnTheirOwn() {
        String account = create("大" + System.nanoTime(), 1).getFirst();
        for (int call = 0; call < 3; call++) {
            String contacts = IntStream.range(0, 200)
                    .mapToObj(i -> "{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"氏\",\"AccountId\":\""
                            + account + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));
            demo.call("POST", "/composite/sobjects", "{\"records\":" + contacts + "}");
        }
        JsonNode contacts = demo.query(
                        "SELECT Id, (SELECT Id, Account.Name FROM Contacts) FROM Account WHERE Id = '" + account + "'")
                .json()
                .path("records")
                .get(0)
                .path("Contacts");
        assertThat(contacts.path("totalSize").asInt()).isEqualTo(600);
        assertThat(contacts.path("done").asBoolean()).isFalse();
        Set<String> ids = new HashSet<>();
        contacts.path("records").forEach(contact -> ids.add(contact.path("Id").asText()));
        JsonNode rest = demo.get(contacts.path("nextRecordsUrl").asText()).json();
        rest.path("records").forEach(contact -> ids.add(contact.path("Id").asText()));
        assertThat(rest.path("done").asBoolean()).isTrue();
        assertThat(rest.path("records").get(0).path("Account").path("Name").asText())
                .startsWith("大");
        assertThat(ids).hasSize(600);
        delete(List.of(account));
    }

    private static String request(String method, String url, String referenceId, String body) {
        return "{\"method\":\"" + method + "\",\"url\":\"/services/data/v65.0" + url + "\",\"referenceId\":\""
                + referenceId + "\"" + (body.isEmpty() ? "" : ",\"body\":" + body) + "}";
    }

    private JsonNode composite(boolean allOrNone, String... requests) {
        Answer answer = demo.call(
                "POST",
                "/composite",
                "{\"allOrNone\":" + allOrNone + ",\"compositeRequest\":[" + String.join(",", requests) + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("compositeResponse");
    }

    @Test
    void laterRequestsQuoteEarlierAnswers() {
        String name = "複" + System.nanoTime();
        JsonNode answers = composite(
                true,
                request("POST", "/sobjects/Account", "acc", "{\"Name\":\"" + name + "\"}"),
                request("POST", "/sobjects/Contact", "con", "{\"LastName\":\"氏\",\"AccountId\":\"@{acc.id}\"}"),
                request("GET", "/sobjects/Account/@{acc.id}?fields=Name", "read", ""),
                request(
                        "GET",
                        "/query?q=" + encoded("SELECT Id FROM Contact WHERE AccountId = '") + "@{acc.id}'",
                        "q",
                        ""),
                request("PATCH", "/sobjects/Contact/@{q.records[0].Id}", "upd", "{\"Title\":\"@{read.Name}\"}"));
        assertThat(answers.findValuesAsText("httpStatusCode")).containsExactly("201", "201", "200", "200", "204");
        String id = answers.get(0).path("body").path("id").asText();
        assertThat(answers.get(0).path("httpHeaders").path("Location").asText())
                .isEqualTo("/services/data/v65.0/sobjects/Account/" + id);
        assertThat(answers.get(3).path("body").path("records").get(0).path("Id"))
                .isEqualTo(answers.get(1).path("body").path("id"));
        assertThat(count("Contact", "Title = '" + name + "'")).isEqualTo(1);
        delete(List.of(id));
    }

    @Test
    void allOrNoneUndoesWhatWentWellBeforeTheFailure() {
        String name = "戻" + System.nanoTime();
        String[] requests = {
            request("POST", "/sobjects/Account", "acc", "{\"Name\":\"" + name + "\"}"),
            request("POST", "/sobjects/Contact", "con", "{\"AccountId\":\"@{acc.id}\"}"),
            request("GET", "/sobjects/Contact/@{con.id}", "read", "")
        };
        JsonNode all = composite(true, requests);
        assertThat(all.get(0).path("body").get(0).path("errorCode").asText()).isEqualTo("PROCESSING_HALTED");
        assertThat(all.get(1).path("body").get(0).path("errorCode").asText()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(count("Account", "Name = '" + name + "'")).isZero();
        JsonNode each = composite(false, requests);
        assertThat(each.get(0).path("httpStatusCode").asInt()).isEqualTo(201);
        assertThat(each.get(2).path("body").get(0).path("message").asText())
                .contains("No value for con.id found in con");
        assertThat(count("Account", "Name = '" + name + "'")).isEqualTo(1);
        delete(List.of(each.get(0).path("body").path("id").asText()));
    }

    @Test
    void compositesKnowTheirLimitsAndWhatMayStandInThem() {
        String many = IntStream.range(0, 26)
                .mapToObj(i -> request("GET", "/sobjects/Account", "r" + i, ""))
                .collect(Collectors.joining(","));
        Answer refused = demo.call("POST", "/composite", "{\"compositeRequest\":[" + many + "]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get(0).path("errorCode").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(composite(false, request("POST", "/composite", "x", "{}"))
                        .get(0)
                        .path("httpStatusCode")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void aBatchHoldsIndependentRequestsAndHaltsWhenTold() {
        String requests = "{\"method\":\"GET\",\"url\":\"v65.0/sobjects/Account/describe\"},"
                + "{\"method\":\"GET\",\"url\":\"v65.0/sobjects/Nope/describe\"},"
                + "{\"method\":\"GET\",\"url\":\"v65.0/query?q=SELECT+COUNT()+FROM+User\"}";
        JsonNode on = demo.call("POST", "/composite/batch", "{\"batchRequests\":[" + requests + "]}")
                .json();
        assertThat(on.path("hasErrors").asBoolean()).isTrue();
        assertThat(on.path("results").findValuesAsText("statusCode")).containsExactly("200", "404", "200");
        assertThat(on.path("results").get(0).path("result").path("name").asText())
                .isEqualTo("Account");
        JsonNode halted = demo.call(
                        "POST", "/composite/batch", "{\"haltOnError\":true,\"batchRequests\":[" + requests + "]}")
                .json();
        assertThat(halted.path("results").findValuesAsText("statusCode")).containsExactly("200", "404", "412");
    }
}
