package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.salesforce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sforce.async.AsyncApiException;
import com.sforce.async.AsyncExceptionCode;
import com.sforce.async.BatchInfo;
import com.sforce.async.BatchStateEnum;
import com.sforce.async.BulkConnection;
import com.sforce.async.CSVReader;
import com.sforce.async.ContentType;
import com.sforce.async.JobInfo;
import com.sforce.async.JobStateEnum;
import com.sforce.async.OperationEnum;
import com.sforce.ws.ConnectorConfig;
import dev.minori.simulators.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Bulk API 1.0 judged by Salesforce's own client, unchanged, over the wire. */
class BulkOneComponentTest {

    private static BulkConnection connection(String token, String version) {
        ConnectorConfig config = new ConnectorConfig();
        config.setSessionId(token);
        config.setRestEndpoint(salesforce() + "/services/async/" + version);
        try {
            return new BulkConnection(config);
        } catch (AsyncApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BulkConnection connection() {
        return connection(SalesforceClient.load().token(), "65.0");
    }

    private static JobInfo job(BulkConnection bulk, String object, ContentType type) throws AsyncApiException {
        JobInfo job = new JobInfo();
        job.setObject(object);
        job.setOperation(OperationEnum.query);
        job.setContentType(type);
        return bulk.createJob(job);
    }

    private static BatchInfo query(BulkConnection bulk, JobInfo job, String soql) throws AsyncApiException {
        return bulk.createBatchFromStream(job, new ByteArrayInputStream(soql.getBytes(StandardCharsets.UTF_8)));
    }

    private static BatchInfo ended(BulkConnection bulk, JobInfo job, String batch) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> bulk.getBatchInfo(job.getId(), batch, job.getContentType()),
                        one -> one.getState() != BatchStateEnum.Queued && one.getState() != BatchStateEnum.InProgress);
    }

    private static InputStream result(BulkConnection bulk, JobInfo job, String batch) throws AsyncApiException {
        String[] results = bulk.getQueryResultList(job.getId(), batch, job.getContentType())
                .getResult();
        assertThat(results).hasSize(1);
        return bulk.getQueryResultStream(job.getId(), batch, results[0]);
    }

    private static List<String> ids(InputStream csv) throws IOException {
        CSVReader reader = new CSVReader(csv);
        reader.setMaxRowsInFile(1_000_000);
        List<String> heading = reader.nextRecord();
        List<String> ids = new ArrayList<>();
        for (List<String> row = reader.nextRecord(); row != null; row = reader.nextRecord()) {
            ids.add(row.get(heading.indexOf("Id")));
        }
        return ids;
    }

    private static AsyncApiException refused(ThrowingCallable call) {
        AsyncApiException refusal = catchThrowableOfType(AsyncApiException.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    @Test
    void readsEveryRowOnceAsCsv() throws AsyncApiException, IOException {
        BulkConnection bulk = connection();
        JobInfo job = job(bulk, "Account", ContentType.CSV);
        assertThat(job.getState()).isEqualTo(JobStateEnum.Open);
        BatchInfo batch = query(bulk, job, "SELECT Id, Name, Owner.Name FROM Account");
        BatchInfo done = ended(bulk, job, batch.getId());
        assertThat(done.getState()).isEqualTo(BatchStateEnum.Completed);
        assertThat(done.getNumberRecordsProcessed()).isEqualTo(5000);
        List<String> ids = ids(result(bulk, job, batch.getId()));
        assertThat(new HashSet<>(ids)).hasSize(5000).hasSameSizeAs(ids);
        JobInfo closed = bulk.closeJob(job.getId());
        assertThat(closed.getState()).isEqualTo(JobStateEnum.Closed);
        assertThat(closed.getNumberBatchesCompleted()).isEqualTo(1);
        assertThat(refused(() -> query(bulk, job, "SELECT Id FROM Account")).getExceptionCode())
                .isEqualTo(AsyncExceptionCode.InvalidJobState);
    }

    @Test
    void chunksByPrimaryKeyGiveEveryRowOnce() throws AsyncApiException, IOException {
        BulkConnection bulk = connection();
        bulk.addHeader("Sforce-Enable-PKChunking", "chunkSize=1500");
        JobInfo job = job(bulk, "Account", ContentType.CSV);
        BatchInfo original = query(bulk, job, "SELECT Id FROM Account");
        assertThat(ended(bulk, job, original.getId()).getState()).isEqualTo(BatchStateEnum.NotProcessed);
        BatchInfo[] batches = bulk.getBatchInfoList(job.getId()).getBatchInfo();
        assertThat(batches).hasSize(5);
        Set<String> all = new HashSet<>();
        for (BatchInfo batch : batches) {
            if (!batch.getId().equals(original.getId())) {
                assertThat(ended(bulk, job, batch.getId()).getState()).isEqualTo(BatchStateEnum.Completed);
                ids(result(bulk, job, batch.getId()))
                        .forEach(id -> assertThat(all.add(id)).isTrue());
            }
        }
        assertThat(all).hasSize(5000);
        assertThat(bulk.getJobStatus(job.getId()).getNumberRecordsProcessed()).isEqualTo(5000);
        assertThat(refused(() -> job(bulk, "Contract", ContentType.CSV)).getExceptionCode())
                .as("an object that is not chunked")
                .isEqualTo(AsyncExceptionCode.InvalidJob);
    }

    @Test
    void givesRecordsAsJsonAndAsXml() throws AsyncApiException, IOException {
        BulkConnection bulk = connection();
        JobInfo json = job(bulk, "Account", ContentType.JSON);
        String soql = "SELECT Id, Name, Phone, CreatedDate, Owner.Name FROM Account ORDER BY Id LIMIT 2";
        BatchInfo batch = query(bulk, json, soql);
        ended(bulk, json, batch.getId());
        JsonNode records = Json.MAPPER.readTree(result(bulk, json, batch.getId()));
        assertThat(records).hasSize(2);
        assertThat(records.get(0).path("CreatedDate").isIntegralNumber())
                .as("milliseconds, other than by REST")
                .isTrue();
        assertThat(records.get(0).path("Owner").path("attributes").path("type").asText())
                .isEqualTo("User");
        JobInfo xml = job(bulk, "Account", ContentType.XML);
        BatchInfo other = query(bulk, xml, soql.replace("SELECT Id, ", "SELECT "));
        ended(bulk, xml, other.getId());
        String text = new String(result(bulk, xml, other.getId()).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("<queryResult xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"")
                .contains("<records xsi:type=\"sObject\"><type>Account</type><Id xsi:nil=\"true\"")
                .contains("<Owner xsi:type=\"sObject\"><type>User</type>")
                .containsPattern("<CreatedDate>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z</CreatedDate>");
    }

    @Test
    void badQueriesFailTheirBatchWithTheReason() throws AsyncApiException {
        BulkConnection bulk = connection();
        JobInfo job = job(bulk, "Account", ContentType.CSV);
        BatchInfo unknown = ended(
                bulk, job, query(bulk, job, "SELECT Nothing__c FROM Account").getId());
        assertThat(unknown.getState()).isEqualTo(BatchStateEnum.Failed);
        assertThat(unknown.getStateMessage()).contains("InvalidBatch", "INVALID_FIELD", "Nothing__c");
        BatchInfo compound = ended(
                bulk,
                job,
                query(bulk, job, "SELECT BillingAddress FROM Account").getId());
        assertThat(compound.getStateMessage()).contains("Selecting compound data not supported in Bulk Query");
        BatchInfo other =
                ended(bulk, job, query(bulk, job, "SELECT Id FROM Contract").getId());
        assertThat(other.getState()).isEqualTo(BatchStateEnum.Failed);
        assertThat(refused(() -> bulk.getQueryResultList(job.getId(), unknown.getId()))
                        .getExceptionCode())
                .isEqualTo(AsyncExceptionCode.InvalidBatch);
        assertThat(bulk.abortJob(job.getId()).getState()).isEqualTo(JobStateEnum.Aborted);
    }

    @Test
    void refusalsCarryTheCodesTheClientKnows() {
        assertThat(refused(() -> job(connection("ended", "65.0"), "Account", ContentType.CSV))
                        .getExceptionCode())
                .isEqualTo(AsyncExceptionCode.InvalidSessionId);
        assertThat(refused(() -> job(connection(SalesforceClient.load().token(), "28.0"), "Account", ContentType.CSV))
                        .getExceptionCode())
                .isEqualTo(AsyncExceptionCode.InvalidVersion);
        assertThat(refused(() -> job(connection(), "Account", ContentType.ZIP_CSV))
                        .getExceptionCode())
                .isEqualTo(AsyncExceptionCode.InvalidJob);
        assertThat(refused(() -> job(connection(), "Nothing__c", ContentType.JSON))
                        .getExceptionCode())
                .isEqualTo(AsyncExceptionCode.InvalidJob);
        assertThat(refused(() -> connection().getJobStatus("750000000000000AAA"))
                        .getExceptionCode())
                .isEqualTo(AsyncExceptionCode.InvalidJob);
    }
}
