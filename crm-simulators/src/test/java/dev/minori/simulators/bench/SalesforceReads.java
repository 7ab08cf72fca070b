package dev.minori.simulators.bench;

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
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** All accounts of the org {@code load}, given away by every API, and what clients in Java make of them. */
final class SalesforceReads {

    static final String SOQL = "SELECT Id, Name, NameKana__c, NameEn__c, CorporateNumber__c, CustomerCode__c,"
            + " Industry, NumberOfEmployees, Phase__c, Website, CreatedDate, SystemModstamp FROM Account";
    private static final Pattern NEXT = Pattern.compile("\"nextRecordsUrl\":\"([^\"]+)\"");
    private static final Pattern LOCATOR = Pattern.compile("<queryLocator>([^<]+)</queryLocator>");
    private static final Pattern TOTAL = Pattern.compile("\"totalSize\":(\\d+)");
    private static final int HEAD = 2000;
    private static final int PAGE = 2000;
    private static final String DATA = "/services/data/v65.0";

    private final String url;
    private final int accounts;
    private final String token;

    SalesforceReads(String url, int accounts) throws IOException {
        this.url = url;
        this.accounts = accounts;
        this.token = Json.MAPPER
                .readTree(Http.send(
                        "POST",
                        url + "/services/oauth2/token",
                        "X-None",
                        "",
                        "grant_type=client_credentials&client_id=minori-load&client_secret=minori-load-secret"))
                .path("access_token")
                .asText();
    }

    String token() {
        return token;
    }

    private byte[] send(String method, String path, String body) throws IOException {
        return Http.send(method, url + path, "Authorization", "Bearer " + token, body);
    }

    private static String head(byte[] page) {
        return new String(page, 0, Math.min(HEAD, page.length), StandardCharsets.UTF_8);
    }

    /** Page after page by Jackson into trees, which is what a client in Java has to do at least. */
    int parsedRest() throws IOException {
        String next = query();
        int rows = 0;
        while (!next.isEmpty()) {
            byte[] page = send("GET", next, "");
            Matcher following = NEXT.matcher(head(page));
            next = following.find() ? following.group(1) : "";
            for (JsonNode record : Json.MAPPER.readTree(page).path("records")) {
                rows += record.path("Id").asText().length() == 18 ? 1 : 0;
            }
        }
        return rows;
    }

    private static String query() {
        return DATA + "/query?q=" + URLEncoder.encode(SOQL, StandardCharsets.UTF_8);
    }

    /** All pages, taken and thrown away; the first is looked at for its locator. */
    int rest(Http.Coding coding) throws IOException {
        String first = head(send("GET", query(), ""));
        String next = found(NEXT, first);
        String locator = next.substring(0, next.lastIndexOf('-') + 1);
        for (int offset = PAGE; offset < accounts; offset += PAGE) {
            Http.drain(Http.open("GET", url + locator + offset, "Authorization", "Bearer " + token, "", coding));
        }
        return Integer.parseInt(found(TOTAL, first));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    int soap() throws IOException {
        String first = head(envelope("<query><queryString>" + SOQL + "</queryString></query>"));
        String next = found(LOCATOR, first);
        String locator = next.substring(0, next.lastIndexOf('-') + 1);
        for (int offset = PAGE; offset < accounts; offset += PAGE) {
            envelope("<queryMore><queryLocator>" + locator + offset + "</queryLocator></queryMore>");
        }
        return accounts;
    }

    private byte[] envelope(String call) throws IOException {
        return send(
                "POST",
                "/services/Soap/u/65.0",
                "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\""
                        + " xmlns=\"urn:partner.soap.sforce.com\"><e:Header><SessionHeader><sessionId>" + token
                        + "</sessionId></SessionHeader></e:Header><e:Body>" + call + "</e:Body></e:Envelope>");
    }

    private ConnectorConfig config() {
        ConnectorConfig config = new ConnectorConfig();
        config.setServiceEndpoint(url + "/services/Soap/u/65.0");
        config.setRestEndpoint(url + "/services/async/65.0");
        config.setSessionId(token);
        config.setCompression(false);
        return config;
    }

    int partner() throws Exception {
        PartnerConnection connection = new PartnerConnection(config());
        QueryResult page = connection.query(SOQL);
        int rows = page.getRecords().length;
        while (!page.isDone()) {
            page = connection.queryMore(page.getQueryLocator());
            rows += page.getRecords().length;
        }
        return rows;
    }

    /** Runs the query once by Bulk API 1.0 and gives the job, the batch and the result. */
    List<String> bulkOne() throws Exception {
        BulkConnection bulk = new BulkConnection(config());
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
        return List.of(job.getId(), batch.getId(), result);
    }

    int drained(List<String> result) throws IOException {
        String path =
                "/services/async/65.0/job/" + result.get(0) + "/batch/" + result.get(1) + "/result/" + result.get(2);
        Http.drain(Http.open("GET", url + path, "X-SFDC-Session", token, "", Http.Coding.PLAIN));
        return accounts;
    }

    int parsed(List<String> result) throws Exception {
        BulkConnection bulk = new BulkConnection(config());
        return rows(bulk.getQueryResultStream(result.get(0), result.get(1), result.get(2)));
    }

    /** Runs the query once by Bulk API 2.0 and gives the job. */
    String bulkTwo() throws IOException {
        String job = Json.MAPPER
                .readTree(send("POST", DATA + "/jobs/query", "{\"operation\":\"query\",\"query\":\"" + SOQL + "\"}"))
                .path("id")
                .asText();
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> Json.MAPPER
                        .readTree(send("GET", DATA + "/jobs/query/" + job, ""))
                        .path("state")
                        .asText()
                        .equals("JobComplete"));
        return job;
    }

    /** Page after page of a job, read or only taken. */
    int pages(String job, boolean parsed) throws IOException {
        String locator = "";
        int rows = 0;
        while (!locator.equals("null")) {
            HttpURLConnection page = Http.open(
                    "GET",
                    url + DATA + "/jobs/query/" + job + "/results?locator=" + locator,
                    "Authorization",
                    "Bearer " + token,
                    "",
                    Http.Coding.PLAIN);
            try (InputStream in = page.getInputStream()) {
                if (parsed) {
                    rows += rows(in);
                } else {
                    in.transferTo(OutputStream.nullOutputStream());
                    rows += Integer.parseInt(page.getHeaderField("Sforce-NumberOfRecords"));
                }
            }
            locator = page.getHeaderField("Sforce-Locator");
        }
        return rows;
    }

    private int rows(InputStream csv) throws IOException {
        CSVReader reader = new CSVReader(csv);
        reader.setMaxRowsInFile(accounts + 10);
        reader.setMaxCharsInFile(Integer.MAX_VALUE);
        int rows = -1;
        for (List<String> row = reader.nextRecord(); row != null; row = reader.nextRecord()) {
            rows++;
        }
        return rows;
    }
}
