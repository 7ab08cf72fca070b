package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagingComponentTest {

    private final SalesforceClient load = SalesforceClient.load();
    private final SalesforceClient demo = SalesforceClient.demo();

    @AfterEach
    void asUsual() {
        control("PATCH", "/orgs/load", "{\"locators\":\"lasting\",\"pageRows\":null}");
        control("POST", "/clock", "{\"offset\":\"PT0S\"}");
    }

    private String opened() {
        return load.query("SELECT Id FROM Account")
                .json()
                .path("nextRecordsUrl")
                .asText();
    }

    private void refusedAsGone(String next) {
        Answer answer = load.get(next);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get(0).path("errorCode").asText()).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @Test
    void pagesGiveEveryRowExactlyOnce() {
        List<JsonNode> records = load.all("SELECT Id, Name FROM Account");
        Set<String> ids = new HashSet<>();
        records.forEach(record -> ids.add(record.path("Id").asText()));
        assertThat(records).hasSize(5000);
        assertThat(ids).hasSize(5000);
    }

    @Test
    void aPageMayBeReadAgainAndItsSizeIsHeldWithinTheLimits() {
        Answer first =
                load.get("/query?q=" + encoded("SELECT Id FROM Account"), "Sforce-Query-Options", "batchSize=10");
        assertThat(first.json().path("records")).hasSize(200);
        assertThat(first.json().path("totalSize").asInt()).isEqualTo(5000);
        String next = first.json().path("nextRecordsUrl").asText();
        assertThat(next).matches("/services/data/v65\\.0/query/0r8\\w{15}-200");
        assertThat(load.get(next).body()).isEqualTo(load.get(next).body());
        assertThat(load.get(next).json().path("records")).hasSize(2000);
        Answer strange = load.get("/query/0r8000000000000AAA-2000");
        assertThat(strange.status()).isEqualTo(400);
        assertThat(strange.json().get(0).path("errorCode").asText()).isEqualTo("INVALID_QUERY_LOCATOR");
        assertThat(demo.get(next).status()).as("another org's locator").isEqualTo(400);
    }

    @Test
    void pagesKeepTheirMembersWhileRecordsChange() {
        String marker = "頁" + System.nanoTime();
        Set<String> created = new HashSet<>();
        for (int i = 0; i < 201; i++) {
            created.add(
                    demo.create("EmailMessage", "{\"Subject\":\"" + marker + "\",\"FromAddress\":\"a@b.example\"}"));
        }
        Answer first = demo.get(
                "/query?q=" + encoded("SELECT Id, Subject FROM EmailMessage WHERE Subject = '" + marker + "'"),
                "Sforce-Query-Options",
                "batchSize=200");
        String last = created.stream().sorted().toList().getLast();
        demo.call("PATCH", "/sobjects/EmailMessage/" + last, "{\"Subject\":\"別件\"}");
        JsonNode page = demo.get(first.json().path("nextRecordsUrl").asText()).json();
        assertThat(page.path("records")).hasSize(1);
        assertThat(page.path("records").get(0).path("Id").asText()).isEqualTo(last);
        assertThat(page.path("records").get(0).path("Subject").asText())
                .as("values are read with the page")
                .isEqualTo("別件");
        created.forEach(id -> demo.call("DELETE", "/sobjects/EmailMessage/" + id, ""));
    }

    @Test
    void locatorsLastTwoDaysHoweverManyThereAre() {
        String next = opened();
        for (int i = 0; i < 11; i++) {
            opened();
        }
        control("POST", "/clock", "{\"offset\":\"PT47H\"}");
        SalesforceClient later = SalesforceClient.load();
        assertThat(later.get(next).status()).isEqualTo(200);
        control("POST", "/clock", "{\"offset\":\"PT49H\"}");
        assertThat(SalesforceClient.load().get(next).status()).isEqualTo(400);
    }

    @Test
    void idleLocatorsEndAQuarterOfAnHourAfterTheirLastUse() {
        control("PATCH", "/orgs/load", "{\"locators\":\"idle\"}");
        String next = opened();
        control("POST", "/clock", "{\"offset\":\"PT10M\"}");
        assertThat(load.get(next).status()).isEqualTo(200);
        control("POST", "/clock", "{\"offset\":\"PT20M\"}");
        assertThat(load.get(next).status()).as("used ten minutes ago").isEqualTo(200);
        control("POST", "/clock", "{\"offset\":\"PT36M\"}");
        refusedAsGone(next);
    }

    @Test
    void theOldestIdleLocatorGoesWhenAnEleventhIsOpened() {
        control("PATCH", "/orgs/load", "{\"locators\":\"idle\"}");
        List<String> next = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            next.add(opened());
        }
        assertThat(load.get(next.getFirst()).status()).isEqualTo(200);
        next.add(opened());
        refusedAsGone(next.getFirst());
        assertThat(load.get(next.get(1)).status()).isEqualTo(200);
    }

    @Test
    void pagesAreAsShortAsOrderedAndGiveEveryRowOnce() {
        control("PATCH", "/orgs/load", "{\"pageRows\":701}");
        List<JsonNode> records =
                load.all("SELECT Id FROM Account ORDER BY Name", "Sforce-Query-Options", "batchSize=2000");
        assertThat(records).hasSize(5000);
        assertThat(new HashSet<>(records)).hasSize(5000);
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
        HashSet<String> lines = new HashSet<>();
        String locator = "";
        int pages = 0;
        while (!locator.equals("null")) {
            Answer page = load.get("/jobs/query/" + id + "/results?maxRecords=2000&locator=" + locator);
            page.body()
                    .lines()
                    .skip(1)
                    .forEach(line -> assertThat(lines.add(line)).isTrue());
            locator = page.header("sforce-locator");
            pages++;
        }
        assertThat(lines).hasSize(5000);
        assertThat(pages).isEqualTo(8);
        assertThat(load.get("/jobs/query/" + id + "/resultPages").json().path("resultPages"))
                .hasSize(5);
    }
}
