package dev.minori.simulators.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sforce.async.BatchInfo;
import com.sforce.async.BatchStateEnum;
import com.sforce.async.BulkConnection;
import com.sforce.async.CSVReader;
import com.sforce.async.ContentType;
import com.sforce.async.JobInfo;
import com.sforce.async.OperationEnum;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
import com.sforce.ws.ConnectorConfig;
import dev.minori.simulators.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Rows a second of the server, read by nobody, beside those of clients that make something of them. Uncompressed. */
class ReadBench {

    private static final int ACCOUNTS = Integer.parseInt(System.getenv().getOrDefault("ACCOUNTS", "200000"));
    private static final int ROUNDS = 3;
    private static final String SOQL = "SELECT Id, Name, NameKana__c, NameEn__c, CorporateNumber__c, CustomerCode__c,"
            + " Industry, NumberOfEmployees, Phase__c, Website, CreatedDate, SystemModstamp FROM Account";
    private static final Pattern NEXT = Pattern.compile("\"nextRecordsUrl\":\"([^\"]+)\"");
    private static final Pattern LOCATOR = Pattern.compile("<queryLocator>([^<]+)</queryLocator>");
    private static final int HEAD = 2000;

    private final List<String> lines = new ArrayList<>();

    @Test
    void theServerIsMeasuredBesideItsClients() throws Exception {
        try (PinnedServer server = PinnedServer.start(ACCOUNTS)) {
            String token = Json.MAPPER
                    .readTree(new String(
                            send(
                                    server.url() + "/services/oauth2/token",
                                    "application/x-www-form-urlencoded",
                                    "",
                                    "grant_type=client_credentials&client_id=minori-load&client_secret=minori-load-secret"),
                            StandardCharsets.UTF_8))
                    .path("access_token")
                    .asText();
            line("%,d accounts of 12 fields, rows a second, best of %d", ACCOUNTS, ROUNDS);
            line("%-34s %12s %12s %8s", "", "server", "client", "ratio");
            compare("REST query, Jackson", () -> rest(server, token, false), () -> rest(server, token, true));
            compare("SOAP query, force-wsc", () -> soap(server, token), () -> partner(server, token));
            BulkConnection bulk = new BulkConnection(config(server, token));
            String results = bulkOne(bulk);
            compare("Bulk 1.0 CSV, force-wsc", () -> drain(server, token, results), () -> csv(bulk, results));
            line("the server's most memory: %d MiB", server.peakMemory());
        }
        Files.write(Path.of("target", "bench.txt"), lines);
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private void compare(String name, Callable<Integer> server, Callable<Integer> client) throws Exception {
        long given = best(server);
        long taken = best(client);
        line("%-34s %,12d %,12d %7.1f×", name, given, taken, given / (double) taken);
    }

    private static long best(Callable<Integer> reading) throws Exception {
        long best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            assertThat(reading.call()).isEqualTo(ACCOUNTS);
            best = Math.max(best, (long) (ACCOUNTS / ((System.nanoTime() - start) / 1e9)));
        }
        return best;
    }

    private static byte[] send(String url, String type, String token, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("X-SFDC-Session", token);
        if (!body.isEmpty()) {
            connection.setRequestProperty("Content-Type", type);
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String head(byte[] page) {
        return new String(page, 0, Math.min(HEAD, page.length), StandardCharsets.UTF_8);
    }

    /** Page after page; without a parser the rows are those the service says there are. */
    private static int rest(PinnedServer server, String token, boolean parsed) throws IOException {
        String next = "/services/data/v65.0/query?q=" + URLEncoder.encode(SOQL, StandardCharsets.UTF_8);
        int rows = 0;
        while (!next.isEmpty()) {
            byte[] page = send(server.url() + next, "", token, "");
            Matcher following = NEXT.matcher(head(page));
            next = following.find() ? following.group(1) : "";
            if (parsed) {
                for (JsonNode record : Json.MAPPER.readTree(page).path("records")) {
                    rows += record.path("Id").asText().length() == 18 ? 1 : 0;
                }
            } else {
                rows = total(head(page));
            }
        }
        return rows;
    }

    private static int total(String head) {
        Matcher total = Pattern.compile("\"totalSize\":(\\d+)").matcher(head);
        return total.find() ? Integer.parseInt(total.group(1)) : 0;
    }

    private static int soap(PinnedServer server, String token) throws IOException {
        String call = "<query><queryString>" + SOQL + "</queryString></query>";
        int pages = 0;
        while (!call.isEmpty()) {
            byte[] page = send(
                    server.url() + "/services/Soap/u/65.0",
                    "text/xml",
                    token,
                    "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\""
                            + " xmlns=\"urn:partner.soap.sforce.com\"><e:Header><SessionHeader><sessionId>" + token
                            + "</sessionId></SessionHeader></e:Header><e:Body>" + call + "</e:Body></e:Envelope>");
            Matcher following = LOCATOR.matcher(head(page));
            call = following.find()
                    ? "<queryMore><queryLocator>" + following.group(1) + "</queryLocator></queryMore>"
                    : "";
            pages++;
        }
        return pages == (ACCOUNTS + 1999) / 2000 ? ACCOUNTS : 0;
    }

    private static ConnectorConfig config(PinnedServer server, String token) {
        ConnectorConfig config = new ConnectorConfig();
        config.setServiceEndpoint(server.url() + "/services/Soap/u/65.0");
        config.setRestEndpoint(server.url() + "/services/async/65.0");
        config.setSessionId(token);
        config.setCompression(false);
        return config;
    }

    private static int partner(PinnedServer server, String token) throws Exception {
        PartnerConnection connection = new PartnerConnection(config(server, token));
        QueryResult page = connection.query(SOQL);
        int rows = page.getRecords().length;
        while (!page.isDone()) {
            page = connection.queryMore(page.getQueryLocator());
            rows += page.getRecords().length;
        }
        return rows;
    }

    /** Runs the query once and gives the path of its stored result. */
    private static String bulkOne(BulkConnection bulk) throws Exception {
        JobInfo wanted = new JobInfo();
        wanted.setObject("Account");
        wanted.setOperation(OperationEnum.query);
        wanted.setContentType(ContentType.CSV);
        JobInfo job = bulk.createJob(wanted);
        BatchInfo batch =
                bulk.createBatchFromStream(job, new ByteArrayInputStream(SOQL.getBytes(StandardCharsets.UTF_8)));
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> bulk.getBatchInfo(job.getId(), batch.getId()).getState() == BatchStateEnum.Completed);
        String result = bulk.getQueryResultList(job.getId(), batch.getId()).getResult()[0];
        return job.getId() + "/" + batch.getId() + "/" + result;
    }

    private static int drain(PinnedServer server, String token, String result) throws IOException {
        String[] ids = result.split("/");
        byte[] csv = send(
                server.url() + "/services/async/65.0/job/" + ids[0] + "/batch/" + ids[1] + "/result/" + ids[2],
                "",
                token,
                "");
        return csv.length > ACCOUNTS * 100 ? ACCOUNTS : 0;
    }

    private static int csv(BulkConnection bulk, String result) throws Exception {
        String[] ids = result.split("/");
        CSVReader reader = new CSVReader(bulk.getQueryResultStream(ids[0], ids[1], ids[2]));
        reader.setMaxRowsInFile(ACCOUNTS + 10);
        reader.setMaxCharsInFile(Integer.MAX_VALUE);
        int rows = -1;
        for (List<String> row = reader.nextRecord(); row != null; row = reader.nextRecord()) {
            rows++;
        }
        return rows;
    }
}
