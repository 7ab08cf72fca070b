package dev.minori.simulators.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators;
import dev.minori.simulators.RunningSimulators.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BulkQueryComponentTest {

    private final SalesforceClient load = SalesforceClient.load();
    private final SalesforceClient demo = SalesforceClient.demo();

    private static String start(SalesforceClient client, String soql, String more) {
        Answer answer =
                client.call("POST", "/jobs/query", "{\"operation\":\"query\",\"query\":\"" + soql + "\"" + more + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("state").asText()).isEqualTo("UploadComplete");
        return answer.json().path("id").asText();
    }

    private static void complete(SalesforceClient client, String id) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> client.get("/jobs/query/" + id)
                        .json()
                        .path("state")
                        .asText()
                        .equals("JobComplete"));
    }

    @Test
    void pagesGiveEveryRowOnceEachWithItsHeaderAndTheLastNamesNoLocator() {
        String id = start(load, "SELECT Id, Name FROM Account", "");
        complete(load, id);
        assertThat(load.get("/jobs/query/" + id)
                        .json()
                        .path("numberRecordsProcessed")
                        .asLong())
                .isEqualTo(5000);
        Set<String> ids = new HashSet<>();
        List<String> sizes = new ArrayList<>();
        String locator = "";
        do {
            Answer page = load.get("/jobs/query/" + id + "/results?maxRecords=1999" + locator);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("content-type")).startsWith("text/csv");
            List<String> lines = page.body().lines().toList();
            assertThat(lines.getFirst()).isEqualTo("\"Id\",\"Name\"");
            lines.stream()
                    .skip(1)
                    .forEach(line -> assertThat(ids.add(line.substring(1, 19))).isTrue());
            sizes.add(page.header("sforce-numberofrecords"));
            String next = page.header("sforce-locator");
            locator = next.equals("null") ? "" : "&locator=" + next;
        } while (!locator.isEmpty());
        assertThat(sizes).containsExactly("1999", "1999", "1002");
        assertThat(ids).hasSize(5000);
    }

    @Test
    void pagesMayBeReadSideBySide() {
        String id = start(load, "SELECT Id FROM Account", "");
        complete(load, id);
        JsonNode pages = load.get("/jobs/query/" + id + "/resultPages").json();
        assertThat(pages.path("done").asBoolean()).isTrue();
        assertThat(pages.path("resultPages")).hasSize(1);
        String url = pages.path("resultPages").get(0).path("resultUrl").asText();
        assertThat(load.get(url).body().lines()).hasSize(5001);
        assertThat(load.get("/services/data/v57.0/jobs/query/" + id + "/resultPages")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aLocatorMayBeReadAgainAlsoAfterARestart() {
        String id = start(load, "SELECT Id FROM Account", "");
        complete(load, id);
        String locator =
                load.get("/jobs/query/" + id + "/results?maxRecords=10").header("sforce-locator");
        String path = "/jobs/query/" + id + "/results/?maxRecords=10&locator=" + locator;
        String page = load.get(path).body();
        assertThat(page.lines()).hasSize(11);
        RunningSimulators.restart();
        assertThat(load.get(path).body()).as("same session, same page").isEqualTo(page);
    }

    @Test
    void cellsKeepQuotesLineBreaksAndEmptiness() {
        String name = "改行\\n引用\\\"符\\\",終";
        String account = demo.create("Account", "{\"Name\":\"" + name + "\"}");
        String id = start(
                demo,
                "SELECT Name, Phone, NumberOfEmployees, IsDeleted, CreatedDate FROM Account WHERE Id = '" + account
                        + "'",
                "");
        complete(demo, id);
        String body = demo.get("/jobs/query/" + id + "/results").body();
        assertThat(body)
                .startsWith("\"Name\",\"Phone\",\"NumberOfEmployees\",\"IsDeleted\",\"CreatedDate\"\n"
                        + "\"改行\n引用\"\"符\"\",終\",\"\",\"\",\"false\",\"")
                .endsWith(".000Z\"\n");
        demo.call("DELETE", "/sobjects/Account/" + account, "");
    }

    @Test
    void delimitersAndLineEndingsAreTheJobsOwn() {
        String id = start(demo, "SELECT Id, Name FROM User", ",\"columnDelimiter\":\"TAB\",\"lineEnding\":\"CRLF\"");
        complete(demo, id);
        assertThat(demo.get("/jobs/query/" + id + "/results").body())
                .startsWith("\"Id\"\t\"Name\"\r\n\"005")
                .endsWith("\"\r\n");
    }

    @Test
    void filtersMeanTheSameAsInRest() {
        String where = " WHERE Name LIKE '%精機%' AND CreatedDate < TODAY AND (NumberOfEmployees > 50 OR Phase__c IN"
                + " ('拡大','更新'))";
        String id = start(demo, "SELECT Id FROM Account" + where, "");
        complete(demo, id);
        long rest = demo.query("SELECT COUNT() FROM Account" + where)
                .json()
                .path("totalSize")
                .asLong();
        assertThat(rest).isPositive();
        assertThat(demo.get("/jobs/query/" + id)
                        .json()
                        .path("numberRecordsProcessed")
                        .asLong())
                .isEqualTo(rest);
    }

    @Test
    void anotherVersionThanTheJobsIsAConflict() {
        String id = start(demo, "SELECT Id FROM User", "");
        complete(demo, id);
        assertThat(demo.get("/services/data/v64.0/jobs/query/" + id + "/results")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void jobsCanBeDeletedAndAreGoneThen() {
        String id = start(demo, "SELECT Id FROM User", "");
        complete(demo, id);
        Answer aborted = demo.call("PATCH", "/jobs/query/" + id, "{\"state\":\"Aborted\"}");
        assertThat(aborted.status()).as("a job that has ended").isEqualTo(400);
        assertThat(demo.call("DELETE", "/jobs/query/" + id, "").status()).isEqualTo(204);
        assertThat(demo.get("/jobs/query/" + id).status()).isEqualTo(404);
    }

    @Test
    void compoundsAndAggregatesAreRefused() {
        assertThat(refusal("SELECT Id, BillingAddress FROM Account"))
                .isEqualTo("Selecting compound data not supported in Bulk Query");
        assertThat(refusal("SELECT COUNT(Id) FROM Account"))
                .isEqualTo("Aggregate Relationships not supported in Bulk Query");
        assertThat(refusal("SELECT Nope FROM Account")).contains("No such column 'Nope'");
    }

    private String refusal(String soql) {
        Answer answer = demo.call("POST", "/jobs/query", "{\"operation\":\"query\",\"query\":\"" + soql + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().get(0).path("message").asText();
    }
}
