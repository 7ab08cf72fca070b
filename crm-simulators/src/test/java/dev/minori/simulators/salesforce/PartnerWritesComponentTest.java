package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static org.assertj.core.api.Assertions.assertThat;

import com.sforce.soap.partner.DeleteResult;
import com.sforce.soap.partner.GetDeletedResult;
import com.sforce.soap.partner.MergeRequest;
import com.sforce.soap.partner.MergeResult;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.StatusCode;
import com.sforce.soap.partner.UpsertResult;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writes by the SOAP partner API, judged by Salesforce's own client. */
class PartnerWritesComponentTest {

    private final SalesforceClient demo = SalesforceClient.demo();

    @AfterEach
    void backToNow() {
        control("POST", "/clock", "{\"offset\":\"PT0S\"}");
    }

    private PartnerConnection connection() {
        return PartnerClient.connection(demo.token(), "65.0");
    }

    @Test
    void writesUpsertsRetrievesAndDeletes() throws ConnectionException {
        SaveResult[] created = connection().create(new SObject[] {
            PartnerClient.record("Account", "Name", "石鹸"), PartnerClient.record("Account", "Phase__c", "ない")
        });
        assertThat(created[0].isSuccess()).isTrue();
        assertThat(created[1].isSuccess()).isFalse();
        assertThat(created[1].getErrors()[0].getStatusCode())
                .isEqualTo(StatusCode.INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST);
        String id = created[0].getId();
        SObject change = PartnerClient.record("Account", "Id", id, "Phone", "03-0000-0001");
        assertThat(connection().update(new SObject[] {change})[0].isSuccess()).isTrue();
        SObject emptied = PartnerClient.record("Account", "Id", id);
        emptied.setFieldsToNull(new String[] {"Phone"});
        assertThat(connection().update(new SObject[] {emptied})[0].isSuccess()).isTrue();
        SObject[] read = connection().retrieve("Id, Name, Phone", "Account", new String[] {id, "001000000000000AAA"});
        assertThat(read[0].getField("Name")).isEqualTo("石鹸");
        assertThat(read[0].getField("Phone")).isNull();
        assertThat(read[1]).isNull();
        SObject keyed = PartnerClient.record("Account", "CustomerCode__c", "S-1", "Name", "鍵");
        UpsertResult first = connection().upsert("CustomerCode__c", new SObject[] {keyed})[0];
        UpsertResult second = connection().upsert("CustomerCode__c", new SObject[] {keyed})[0];
        assertThat(first.isCreated()).isTrue();
        assertThat(second.isCreated()).isFalse();
        assertThat(second.getId()).isEqualTo(first.getId());
        SObject parent = PartnerClient.record("Account", "CustomerCode__c", "S-1");
        SObject contact = PartnerClient.record("Contact", "LastName", "親");
        contact.setField("Account", parent);
        SaveResult child = connection().create(new SObject[] {contact})[0];
        assertThat(child.isSuccess()).as(Arrays.toString(child.getErrors())).isTrue();
        DeleteResult[] deleted = connection().delete(new String[] {id, first.getId(), "nonsense"});
        assertThat(deleted).extracting(DeleteResult::isSuccess).containsExactly(true, true, false);
        assertThat(connection()
                        .query("SELECT Id FROM Contact WHERE Id = '" + child.getId() + "'")
                        .getSize())
                .as("deleted with its account")
                .isZero();
        assertThat(connection().undelete(new String[] {first.getId()})[0].isSuccess())
                .isTrue();
        assertThat(connection()
                        .query("SELECT Id FROM Contact WHERE Id = '" + child.getId() + "'")
                        .getSize())
                .as("and back with it")
                .isEqualTo(1);
        assertThat(connection()
                        .undelete(new String[] {first.getId()})[0]
                        .getErrors()[0]
                        .getStatusCode())
                .isEqualTo(StatusCode.UNDELETE_FAILED);
        connection().delete(new String[] {first.getId()});
    }

    @Test
    void oneRefusedRecordUndoesAllWhenTheyStandTogether() throws ConnectionException {
        PartnerConnection together = connection();
        together.setAllOrNoneHeader(true);
        SaveResult[] refused = together.create(new SObject[] {
            PartnerClient.record("Account", "Name", "一緒"), PartnerClient.record("Account", "Phone", "1")
        });
        assertThat(refused).noneMatch(SaveResult::isSuccess);
        assertThat(refused[0].getErrors()[0].getStatusCode()).isEqualTo(StatusCode.ALL_OR_NONE_OPERATION_ROLLED_BACK);
        assertThat(connection()
                        .query("SELECT Id FROM Account WHERE Name = '一緒'")
                        .getSize())
                .isZero();
    }

    @Test
    void whatWasMergedIsDeletedAndLeadsToItsMaster() throws ConnectionException {
        Instant before = Instant.parse(control("GET", "/clock", "").path("now").asText());
        String master = demo.create("Account", "{\"Name\":\"残る方\"}");
        String other = demo.create("Account", "{\"Name\":\"消える方\"}");
        String contact = demo.create("Contact", "{\"LastName\":\"子\",\"AccountId\":\"" + other + "\"}");
        MergeRequest request = new MergeRequest();
        request.setMasterRecord(PartnerClient.record("Account", "Id", master, "Phone", "03-9999-0000"));
        request.setRecordToMergeIds(new String[] {other});
        MergeResult merged = connection().merge(new MergeRequest[] {request})[0];
        assertThat(merged.isSuccess()).as(Arrays.toString(merged.getErrors())).isTrue();
        assertThat(merged.getMergedRecordIds()).containsExactly(other);
        assertThat(merged.getUpdatedRelatedIds()).contains(contact);
        SObject gone = connection()
                .queryAll("SELECT IsDeleted, MasterRecordId FROM Account WHERE Id = '" + other + "'")
                .getRecords()[0];
        assertThat(gone.getField("IsDeleted")).isEqualTo("true");
        assertThat(gone.getField("MasterRecordId")).isEqualTo(master);
        assertThat(connection()
                        .query("SELECT AccountId FROM Contact WHERE Id = '" + contact + "'")
                        .getRecords()[0]
                        .getField("AccountId"))
                .isEqualTo(master);
        control("POST", "/clock", "{\"offset\":\"PT2M\"}");
        Calendar start = calendar(before);
        Calendar end = calendar(before.plus(Duration.ofMinutes(2)));
        GetDeletedResult deletions = connection().getDeleted("Account", start, end);
        assertThat(deletions.getDeletedRecords()).anyMatch(one -> one.getId().equals(other));
        assertThat(connection().getUpdated("Account", start, end).getIds())
                .contains(master)
                .doesNotContain(other);
        assertThat(deletions.getLatestDateCovered()).isNotNull();
        connection().delete(new String[] {master});
    }

    private static Calendar calendar(Instant instant) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(instant.toEpochMilli());
        return calendar;
    }
}
