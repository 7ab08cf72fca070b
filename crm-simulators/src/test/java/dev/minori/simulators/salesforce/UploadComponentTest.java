package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How files come to a job of Bulk API 2.0, as Data Loader and others send them. */
class UploadComponentTest {

    private static final int MEGABYTE = 1_000_000;

    private final SalesforceClient demo = SalesforceClient.demo();

    private String open(String operation) {
        return demo.call("POST", "/jobs/ingest", "{\"object\":\"Account\",\"operation\":\"" + operation + "\"}")
                .json()
                .path("id")
                .asText();
    }

    private static byte[] zipped(byte[] part, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < times; i++) {
                gzip.write(part);
            }
        }
        return out.toByteArray();
    }

    private HttpResponse<String> upload(String job, byte[] file, boolean zipped) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(salesforce() + "/services/data/v65.0/jobs/ingest/" + job + "/batches"))
                .header("Authorization", "Bearer " + demo.token())
                .header("Content-Type", "text/csv")
                .expectContinue(true)
                .PUT(BodyPublishers.ofByteArray(file));
        if (zipped) {
            request.header("Content-Encoding", "gzip");
        }
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private String ran(String job) {
        assertThat(demo.call("PATCH", "/jobs/ingest/" + job, "{\"state\":\"UploadComplete\"}")
                        .status())
                .isEqualTo(200);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> demo.get("/jobs/ingest/" + job)
                                .json()
                                .path("state")
                                .asText(),
                        state -> state.matches("JobComplete|Failed"));
    }

    private String result(String job, String which) {
        return demo.get("/jobs/ingest/" + job + "/" + which).body();
    }

    @Test
    void aFileMayWaitForTheGoAheadAndBeZipped() throws Exception {
        String job = open("insert");
        byte[] csv = "Name,Phase__c\n圧縮,導入\n".getBytes(StandardCharsets.UTF_8);
        assertThat(upload(job, zipped(csv, 1), true).statusCode()).isEqualTo(201);
        assertThat(ran(job)).isEqualTo("JobComplete");
        String id = result(job, "successfulResults").split("\n")[1].substring(1, 19);
        assertThat(demo.query("SELECT Name FROM Account WHERE Id = '" + id + "'")
                        .json()
                        .path("records")
                        .findValuesAsText("Name"))
                .containsExactly("圧縮");
        demo.call("DELETE", "/sobjects/Account/" + id, "");
    }

    @Test
    void aFileOfMoreThanAHundredAndFiftyMegabytesIsRefused() throws Exception {
        String job = open("insert");
        HttpResponse<String> refused = upload(job, zipped(new byte[MEGABYTE], 151), true);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("INVALIDBATCH", "larger than 150 MB");
        assertThat(demo.get("/jobs/ingest/" + job).json().path("state").asText())
                .as("it waits for a smaller one")
                .isEqualTo("Open");
    }

    @Test
    void aLockedRowFailsAloneAndGoesThroughWhenSentAgain() throws Exception {
        String mark = "錠" + System.nanoTime();
        String first = demo.create("Account", "{\"Name\":\"" + mark + "\"}");
        String second = demo.create("Account", "{\"Name\":\"" + mark + "\"}");
        byte[] csv = ("Id,NumberOfEmployees\n" + first + ",8\n" + second + ",8\n").getBytes(StandardCharsets.UTF_8);
        control("POST", "/orgs/demo/rows/lock", "{\"object\":\"Account\",\"times\":1}");
        String job = open("update");
        upload(job, csv, false);
        assertThat(ran(job)).isEqualTo("JobComplete");
        assertThat(result(job, "failedResults").lines().skip(1))
                .singleElement()
                .asString()
                .contains(first, "UNABLE_TO_LOCK_ROW");
        assertThat(result(job, "successfulResults")).contains(second);
        String again = open("update");
        upload(again, csv, false);
        assertThat(ran(again)).isEqualTo("JobComplete");
        assertThat(result(again, "failedResults").lines()).hasSize(1);
        demo.call("DELETE", "/sobjects/Account/" + first, "");
        demo.call("DELETE", "/sobjects/Account/" + second, "");
    }
}
