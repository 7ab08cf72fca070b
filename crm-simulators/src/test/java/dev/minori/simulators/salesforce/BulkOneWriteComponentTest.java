package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.salesforce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sforce.async.AsyncApiException;
import com.sforce.async.AsyncExceptionCode;
import com.sforce.async.BatchInfo;
import com.sforce.async.BatchRequest;
import com.sforce.async.BatchStateEnum;
import com.sforce.async.BulkConnection;
import com.sforce.async.CSVReader;
import com.sforce.async.ContentType;
import com.sforce.async.JobInfo;
import com.sforce.async.OperationEnum;
import com.sforce.async.Result;
import com.sforce.async.SObject;
import com.sforce.async.StatusCode;
import com.sforce.ws.ConnectorConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Writes by Bulk API 1.0, judged by Salesforce's own client, unchanged, over the wire. */
class BulkOneWriteComponentTest {

    private final SalesforceClient demo = SalesforceClient.demo();
    private final BulkConnection bulk = connection(demo.token());
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static BulkConnection connection(String token) {
        ConnectorConfig config = new ConnectorConfig();
        config.setSessionId(token);
        config.setRestEndpoint(salesforce() + "/services/async/65.0");
        try {
            return new BulkConnection(config);
        } catch (AsyncApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private JobInfo job(OperationEnum operation, ContentType type, @Nullable String key) throws AsyncApiException {
        JobInfo job = new JobInfo();
        job.setObject("Account");
        job.setOperation(operation);
        job.setContentType(type);
        if (key != null) {
            job.setExternalIdFieldName(key);
        }
        return bulk.createJob(job);
    }

    private BatchInfo done(JobInfo job, String content) throws AsyncApiException {
        BatchInfo batch =
                bulk.createBatchFromStream(job, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return ended(job, batch);
    }

    private BatchInfo ended(JobInfo job, BatchInfo batch) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> bulk.getBatchInfo(job.getId(), batch.getId(), job.getContentType()),
                        one -> one.getState() != BatchStateEnum.Queued && one.getState() != BatchStateEnum.InProgress);
    }

    private List<List<String>> results(JobInfo job, BatchInfo batch) throws AsyncApiException, IOException {
        CSVReader reader = new CSVReader(bulk.getBatchResultStream(job.getId(), batch.getId()));
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row = reader.nextRecord(); row != null; row = reader.nextRecord()) {
            rows.add(new ArrayList<>(row));
        }
        assertThat(rows.removeFirst()).containsExactly("Id", "Success", "Created", "Error");
        return rows;
    }

    private String name(String id) {
        return demo.get("/sobjects/Account/" + id).json().path("Name").asText();
    }

    @Test
    void insertsUpdatesUpsertsAndDeletesAsCsv() throws AsyncApiException, IOException {
        String code = "B-" + mark;
        JobInfo insert = job(OperationEnum.insert, ContentType.CSV, null);
        String rows = "Name,CustomerCode__c\n\"一, 二\"," + code + "\n三,C-00001\n";
        BatchInfo inserted = done(insert, rows);
        assertThat(inserted.getState()).isEqualTo(BatchStateEnum.Completed);
        assertThat(inserted.getNumberRecordsProcessed()).isEqualTo(2);
        assertThat(inserted.getNumberRecordsFailed()).isEqualTo(1);
        List<List<String>> made = results(insert, inserted);
        String id = made.get(0).get(0);
        assertThat(made.get(0)).as("no error").containsExactly(id, "true", "true", null);
        assertThat(made.get(1).subList(0, 3)).containsExactly(null, "false", "false");
        assertThat(made.get(1).get(3)).startsWith("DUPLICATE_VALUE:").endsWith(" --");
        assertThat(name(id)).isEqualTo("一, 二");
        try (InputStream request = bulk.getBatchRequestInputStream(insert.getId(), inserted.getId())) {
            assertThat(new String(request.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(rows);
        }
        assertThat(bulk.closeJob(insert.getId()).getNumberRecordsFailed()).isEqualTo(1);

        JobInfo update = job(OperationEnum.update, ContentType.CSV, null);
        done(update, "Id,Name,Website\n" + id + ",改,#N/A\n");
        assertThat(name(id)).isEqualTo("改");

        JobInfo upsert = job(OperationEnum.upsert, ContentType.CSV, "CustomerCode__c");
        assertThat(upsert.getExternalIdFieldName()).isEqualTo("CustomerCode__c");
        BatchInfo upserted = done(upsert, "CustomerCode__c,Name\n" + code + ",再\n" + code + "x,新\n");
        assertThat(results(upsert, upserted).stream().map(row -> row.get(2))).containsExactly("false", "true");
        String other = results(upsert, upserted).get(1).get(0);

        JobInfo delete = job(OperationEnum.delete, ContentType.CSV, null);
        BatchInfo deleted = done(delete, "Id\n" + id + "\n" + other + "\n");
        assertThat(results(delete, deleted)).allMatch(row -> row.get(1).equals("true"));
        assertThat(demo.get("/sobjects/Account/" + id).status()).isEqualTo(404);
    }

    @Test
    void objectsOfTheClientComeBackAsItsResults() throws AsyncApiException {
        JobInfo job = job(OperationEnum.insert, ContentType.XML, null);
        BatchRequest request = bulk.createBatch(job);
        SObject whole = new SObject();
        whole.setField("Name", "山 & 川");
        whole.setField("Website", null);
        request.addSObject(whole);
        SObject nameless = new SObject();
        nameless.setField("CustomerCode__c", "X-" + mark);
        request.addSObject(nameless);
        BatchInfo batch = ended(job, request.completeRequest());
        assertThat(batch.getState()).as(batch.getStateMessage()).isEqualTo(BatchStateEnum.Completed);
        Result[] results =
                bulk.getBatchResult(job.getId(), batch.getId(), ContentType.XML).getResult();
        assertThat(results).hasSize(2);
        assertThat(results[0].isSuccess()).isTrue();
        assertThat(results[0].isCreated()).isTrue();
        assertThat(name(results[0].getId())).isEqualTo("山 & 川");
        assertThat(results[1].isSuccess()).isFalse();
        assertThat(results[1].getErrors()[0].getStatusCode()).isEqualTo(StatusCode.REQUIRED_FIELD_MISSING);
        demo.call("DELETE", "/sobjects/Account/" + results[0].getId(), "");
    }

    @Test
    void childrenFindTheirParentByItsExternalIdInXmlAndJson() throws AsyncApiException {
        JobInfo job = new JobInfo();
        job.setObject("Contact");
        job.setOperation(OperationEnum.insert);
        job.setContentType(ContentType.XML);
        job = bulk.createJob(job);
        BatchRequest request = bulk.createBatch(job);
        SObject child = new SObject();
        child.setField("LastName", "孫");
        SObject parent = new SObject();
        parent.setField("CustomerCode__c", "C-00003");
        child.setFieldReference("Account", parent);
        request.addSObject(child);
        BatchInfo batch = ended(job, request.completeRequest());
        Result xml = bulk.getBatchResult(job.getId(), batch.getId()).getResult()[0];
        assertThat(xml.isSuccess()).isTrue();

        JobInfo json = new JobInfo();
        json.setObject("Contact");
        json.setOperation(OperationEnum.insert);
        json.setContentType(ContentType.JSON);
        json = bulk.createJob(json);
        BatchInfo other = done(
                json,
                "[{\"LastName\":\"孫\",\"Account\":{\"attributes\":{\"type\":\"Account\"},\"CustomerCode__c\":\"C-00003\"}}]");
        Result result = bulk.getBatchResult(json.getId(), other.getId(), ContentType.JSON)
                .getResult()[0];
        assertThat(result.isSuccess()).isTrue();
        for (String id : List.of(xml.getId(), result.getId())) {
            assertThat(demo.query("SELECT Id FROM Contact WHERE Id = '" + id
                                    + "' AND Account.CustomerCode__c = 'C-00003'")
                            .json()
                            .path("totalSize")
                            .asInt())
                    .isEqualTo(1);
            demo.call("DELETE", "/sobjects/Contact/" + id, "");
        }
    }

    @Test
    void whatCannotBeReadFailsTheBatchAndAJobIsRefusedBeforeThat() throws AsyncApiException {
        JobInfo job = job(OperationEnum.insert, ContentType.CSV, null);
        BatchInfo unknown = done(job, "Name,Nothing__c\na,b\n");
        assertThat(unknown.getState()).isEqualTo(BatchStateEnum.Failed);
        assertThat(unknown.getStateMessage()).isEqualTo("InvalidBatch : Field name not found : Nothing__c");
        BatchInfo many = done(job, "Name\n" + "x\n".repeat(10_001));
        assertThat(many.getState()).isEqualTo(BatchStateEnum.Failed);
        assertThat(refused(() -> done(job, "x".repeat(10_000_001)))).isEqualTo(AsyncExceptionCode.ClientInputError);
        assertThat(refused(() -> job(OperationEnum.upsert, ContentType.CSV, null)))
                .isEqualTo(AsyncExceptionCode.InvalidJob);
        assertThat(refused(() -> job(OperationEnum.insert, ContentType.ZIP_CSV, null)))
                .isEqualTo(AsyncExceptionCode.InvalidJob);
        JobInfo users = new JobInfo();
        users.setObject("User");
        users.setOperation(OperationEnum.insert);
        users.setContentType(ContentType.CSV);
        assertThat(refused(() -> bulk.createJob(users))).isEqualTo(AsyncExceptionCode.InvalidJob);
        bulk.abortJob(job.getId());
        assertThat(refused(() -> done(job, "Name\na\n"))).isEqualTo(AsyncExceptionCode.InvalidJobState);
    }

    private static AsyncExceptionCode refused(ThrowingCallable call) {
        AsyncApiException refusal = catchThrowableOfType(AsyncApiException.class, call);
        assertThat(refusal).isNotNull();
        return refusal.getExceptionCode();
    }
}
