package dev.minori.simulators.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IngestComponentTest {

    private final SalesforceClient demo = SalesforceClient.demo();

    private String open(String settings) {
        Answer answer = demo.call("POST", "/jobs/ingest", "{\"object\":\"Account\"," + settings + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("state").asText()).isEqualTo("Open");
        assertThat(answer.json().path("contentUrl").asText())
                .isEqualTo("services/data/v65.0/jobs/ingest/"
                        + answer.json().path("id").asText() + "/batches");
        return answer.json().path("id").asText();
    }

    private Answer upload(String job, String csv) {
        return demo.call("PUT", "/jobs/ingest/" + job + "/batches", csv, "Content-Type", "text/csv");
    }

    private JsonNode run(String job, String csv) {
        assertThat(upload(job, csv).status()).isEqualTo(201);
        Answer closed = demo.call("PATCH", "/jobs/ingest/" + job, "{\"state\":\"UploadComplete\"}");
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> demo.get("/jobs/ingest/" + job).json(),
                        state -> state.path("state").asText().matches("JobComplete|Failed"));
    }

    private String result(String job, String which) {
        return demo.get("/jobs/ingest/" + job + "/" + which).body();
    }

    private long count(String where) {
        return demo.query("SELECT COUNT() FROM Account WHERE " + where)
                .json()
                .path("totalSize")
                .asLong();
    }

    @Test
    void everyRowStandsAloneAndIsToldOf() {
        String mark = "I" + System.nanoTime() % 100_000_000;
        String job = open("\"operation\":\"upsert\",\"externalIdFieldName\":\"CustomerCode__c\"");
        JsonNode done = run(
                job,
                "CustomerCode__c,Name,Phase__c,Description\n" + mark + "a,\"引用\"\"と,\n改行\",導入,説明\n" + mark + "b,,無,\n"
                        + mark + "c,三,,\n");
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("JobComplete");
        assertThat(done.path("numberRecordsProcessed").asInt()).isEqualTo(3);
        assertThat(done.path("numberRecordsFailed").asInt()).isEqualTo(1);
        assertThat(done.path("jobType").asText()).isEqualTo("V2Ingest");
        assertThat(result(job, "successfulResults"))
                .startsWith(
                        "\"sf__Id\",\"sf__Created\",\"CustomerCode__c\",\"Name\",\"Phase__c\",\"Description\"\n\"001")
                .contains("\"true\",\"" + mark + "a\",\"引用\"\"と,\n改行\"");
        assertThat(result(job, "failedResults"))
                .contains("\"\",\"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:")
                .contains(":Phase__c --\",\"" + mark + "b\"");
        assertThat(result(job, "unprocessedrecords").strip())
                .isEqualTo("\"CustomerCode__c\",\"Name\",\"Phase__c\",\"Description\"");

        String again = open("\"operation\":\"upsert\",\"externalIdFieldName\":\"CustomerCode__c\","
                + "\"columnDelimiter\":\"TAB\",\"lineEnding\":\"CRLF\"");
        run(again, "CustomerCode__c\tName\tDescription\r\n" + mark + "a\t\t#N/A\r\n");
        assertThat(result(again, "successfulResults")).contains("\t\"false\"\t");
        assertThat(count("CustomerCode__c = '" + mark + "a' AND Name LIKE '引用%'"))
                .as("an empty cell leaves a field alone")
                .isEqualTo(1);
        JsonNode record =
                demo.get("/sobjects/Account/CustomerCode__c/" + mark + "a").json();
        assertThat(record.path("Description").isNull()).as("#N/A empties it").isTrue();

        String gone = open("\"operation\":\"hardDelete\"");
        String other = demo.get("/sobjects/Account/CustomerCode__c/" + mark + "c")
                .json()
                .path("Id")
                .asText();
        run(gone, "Id\n" + record.path("Id").asText() + "\n" + other + "\n");
        assertThat(demo.get("/queryAll?q=SELECT+COUNT()+FROM+Account+WHERE+Id='" + other + "'")
                        .json()
                        .path("totalSize")
                        .asInt())
                .isZero();
    }

    @Test
    void parentsAreFoundByTheirExternalId() {
        String job = demo.call("POST", "/jobs/ingest", "{\"object\":\"Contact\",\"operation\":\"insert\"}")
                .json()
                .path("id")
                .asText();
        JsonNode done = run(job, "LastName,Account.CustomerCode__c\n氏,C-00001\n氏,C-none\n");
        assertThat(done.path("numberRecordsFailed").asInt()).isEqualTo(1);
        assertThat(result(job, "failedResults"))
                .contains("Foreign key external ID: C-none not found for field CustomerCode__c in entity Account");
        String id = result(job, "successfulResults").split("\n")[1].substring(1, 19);
        assertThat(demo.query("SELECT Account.CustomerCode__c FROM Contact WHERE Id = '" + id + "'")
                        .json()
                        .path("records")
                        .get(0)
                        .path("Account")
                        .path("CustomerCode__c")
                        .asText())
                .isEqualTo("C-00001");
        demo.call("DELETE", "/sobjects/Contact/" + id, "");
    }

    @Test
    void filesThatDoNotFitFailTheWholeJob() {
        String unknown = open("\"operation\":\"insert\"");
        JsonNode failed = run(unknown, "Name,Nope__c\n甲,1\n");
        assertThat(failed.path("state").asText()).isEqualTo("Failed");
        assertThat(failed.path("errorMessage").asText()).isEqualTo("InvalidBatch : Field name not found : Nope__c");
        assertThat(result(unknown, "unprocessedrecords")).contains("\"甲\",\"1\"");
        String lines = open("\"operation\":\"insert\"");
        assertThat(run(lines, "Name\r\n甲\r\n").path("errorMessage").asText())
                .isEqualTo("ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF");
    }

    @Test
    void aJobTakesOneFileAndEndsOnce() {
        String job = open("\"operation\":\"insert\"");
        assertThat(demo.call("PATCH", "/jobs/ingest/" + job, "{\"state\":\"UploadComplete\"}")
                        .status())
                .as("nothing was uploaded")
                .isEqualTo(400);
        assertThat(upload(job, "Name\n甲\n").status()).isEqualTo(201);
        Answer second = upload(job, "Name\n乙\n");
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.json().get(0).path("message").asText())
                .startsWith("Found multiple contents for job: <" + job);
        assertThat(demo.call("DELETE", "/jobs/ingest/" + job, "").status()).isEqualTo(400);
        assertThat(demo.call("PATCH", "/jobs/ingest/" + job, "{\"state\":\"Aborted\"}")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("Aborted");
        assertThat(result(job, "unprocessedrecords")).isEqualTo("Name\n甲\n");
        assertThat(demo.call("PATCH", "/jobs/ingest/" + job, "{\"state\":\"Aborted\"}")
                        .status())
                .isEqualTo(400);
        assertThat(demo.call("DELETE", "/jobs/ingest/" + job, "").status()).isEqualTo(204);
        assertThat(demo.get("/jobs/ingest/" + job).status()).isEqualTo(404);
        assertThat(demo.call("POST", "/jobs/ingest", "{\"object\":\"Account\",\"operation\":\"upsert\"}")
                        .json()
                        .get(0)
                        .path("message")
                        .asText())
                .contains("An External ID must be specified for upsert");
    }
}
