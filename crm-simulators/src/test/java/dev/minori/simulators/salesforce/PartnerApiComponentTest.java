package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sforce.soap.partner.DeleteResult;
import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.FieldType;
import com.sforce.soap.partner.GetDeletedResult;
import com.sforce.soap.partner.LoginResult;
import com.sforce.soap.partner.MergeRequest;
import com.sforce.soap.partner.MergeResult;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.StatusCode;
import com.sforce.soap.partner.UpsertResult;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.soap.partner.fault.ExceptionCode;
import com.sforce.soap.partner.fault.InvalidFieldFault;
import com.sforce.soap.partner.fault.LoginFault;
import com.sforce.soap.partner.fault.MalformedQueryFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.bind.XmlObject;
import dev.minori.simulators.RunningSimulators.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulator judged by Salesforce's own SOAP client, unchanged, over the wire. */
class PartnerApiComponentTest {

    private final SalesforceClient demo = SalesforceClient.demo();

    @AfterEach
    void backToNow() {
        control("POST", "/clock", "{\"offset\":\"PT0S\"}");
    }

    private static PartnerConnection connection(String token, String version) {
        try {
            ConnectorConfig config = new ConnectorConfig();
            // Its compiled-in endpoint is a host of nobody's: every endpoint is named.
            config.setAuthEndpoint(salesforce() + "/services/Soap/u/" + version);
            config.setServiceEndpoint(salesforce() + "/services/Soap/u/" + version);
            config.setSessionId(token);
            config.setManualLogin(true);
            return new PartnerConnection(config);
        } catch (ConnectionException e) {
            throw new IllegalStateException(e);
        }
    }

    private PartnerConnection connection() {
        return connection(demo.token(), "65.0");
    }

    private static SObject record(String type, String... values) {
        SObject record = new SObject(type);
        for (int i = 0; i < values.length; i += 2) {
            record.setField(values[i], values[i + 1]);
        }
        return record;
    }

    private static ApiFault fault(ThrowingCallable call) {
        ApiFault fault = catchThrowableOfType(ApiFault.class, call);
        assertThat(fault).isNotNull();
        return fault;
    }

    @Test
    void readsEveryRowOncePageByPage() throws ConnectionException {
        PartnerConnection load = connection(SalesforceClient.load().token(), "65.0");
        load.setQueryOptions(700);
        QueryResult page = load.query("SELECT Id, Name, Owner.Name FROM Account");
        Set<String> ids = new HashSet<>();
        int pages = 1;
        while (true) {
            assertThat(page.getSize()).isEqualTo(5000);
            for (SObject record : page.getRecords()) {
                assertThat(ids.add(record.getId())).isTrue();
                assertThat(record.getType()).isEqualTo("Account");
                assertThat(record.getSObjectField("Owner"))
                        .asInstanceOf(type(SObject.class))
                        .satisfies(owner -> assertThat(owner.getField("Name")).isNotNull());
            }
            if (page.isDone()) {
                break;
            }
            page = load.queryMore(page.getQueryLocator());
            pages++;
        }
        assertThat(ids).hasSize(5000);
        assertThat(pages).isEqualTo(8);
        assertThat(load.getLimitInfoHeader().getLimitInfo()[0].getType()).isEqualTo("API REQUESTS");
    }

    @Test
    void showsChildrenCountsAndAggregates() throws ConnectionException {
        QueryResult accounts = connection()
                .query("SELECT Name, BillingAddress, CreatedDate, (SELECT Id FROM Contacts) FROM Account"
                        + " WHERE CustomerCode__c = 'C-00001'");
        SObject account = accounts.getRecords()[0];
        assertThat(account.getId()).as("not selected").isNull();
        assertThat(account.getField("CreatedDate").toString()).endsWith(".000Z");
        assertThat(account.getChild("BillingAddress").getChild("city").getValue())
                .isNotNull();
        XmlObject contacts = account.getChild("Contacts");
        int children = 0;
        for (Iterator<XmlObject> each = contacts.getChildren("records"); each.hasNext(); each.next()) {
            children++;
        }
        assertThat(contacts.getChild("size").getValue()).hasToString(String.valueOf(children));
        assertThat(connection().query("SELECT COUNT() FROM Account").getSize()).isPositive();
        SObject grouped = connection()
                .query("SELECT Phase__c phase, COUNT(Id) n, MAX(SystemModstamp) last FROM Account GROUP BY Phase__c")
                .getRecords()[0];
        assertThat(grouped.getType()).isEqualTo("AggregateResult");
        assertThat(grouped.getField("n")).isInstanceOf(Integer.class);
        assertThat(grouped.getField("last")).isInstanceOf(Calendar.class);
    }

    @Test
    void describesInTheOrderOfItsStubs() throws ConnectionException {
        assertThat(Arrays.stream(connection().describeGlobal().getSobjects()).map(one -> one.getName()))
                .contains("Account", "DailyUsage__c");
        DescribeSObjectResult account = connection().describeSObject("Account");
        assertThat(account.getKeyPrefix()).isEqualTo("001");
        assertThat(account.isMergeable()).isTrue();
        assertThat(account.isUpdateable()).isTrue();
        assertThat(Arrays.stream(account.getChildRelationships()).map(one -> one.getRelationshipName()))
                .contains("Contacts");
        Field phase = Arrays.stream(account.getFields())
                .filter(field -> field.getName().equals("Phase__c"))
                .findFirst()
                .orElseThrow();
        assertThat(phase.getType()).isEqualTo(FieldType.picklist);
        assertThat(phase.getPicklistValues()).hasSize(4);
        assertThat(phase.isRestrictedPicklist()).isTrue();
        assertThat(connection(demo.token(), "40.0").describeSObjects(new String[] {"Contact", "Case"}))
                .extracting(DescribeSObjectResult::getName)
                .containsExactly("Contact", "Case");
    }

    @Test
    void writesUpsertsRetrievesAndDeletes() throws ConnectionException {
        SaveResult[] created = connection()
                .create(new SObject[] {record("Account", "Name", "石鹸"), record("Account", "Phase__c", "ない")});
        assertThat(created[0].isSuccess()).isTrue();
        assertThat(created[1].isSuccess()).isFalse();
        assertThat(created[1].getErrors()[0].getStatusCode())
                .isEqualTo(StatusCode.INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST);
        String id = created[0].getId();
        SObject change = record("Account", "Id", id, "Phone", "03-0000-0001");
        assertThat(connection().update(new SObject[] {change})[0].isSuccess()).isTrue();
        SObject emptied = record("Account", "Id", id);
        emptied.setFieldsToNull(new String[] {"Phone"});
        assertThat(connection().update(new SObject[] {emptied})[0].isSuccess()).isTrue();
        SObject[] read = connection().retrieve("Id, Name, Phone", "Account", new String[] {id, "001000000000000AAA"});
        assertThat(read[0].getField("Name")).isEqualTo("石鹸");
        assertThat(read[0].getField("Phone")).isNull();
        assertThat(read[1]).isNull();
        SObject keyed = record("Account", "CustomerCode__c", "S-1", "Name", "鍵");
        UpsertResult first = connection().upsert("CustomerCode__c", new SObject[] {keyed})[0];
        UpsertResult second = connection().upsert("CustomerCode__c", new SObject[] {keyed})[0];
        assertThat(first.isCreated()).isTrue();
        assertThat(second.isCreated()).isFalse();
        assertThat(second.getId()).isEqualTo(first.getId());
        SObject parent = record("Account", "CustomerCode__c", "S-1");
        SObject contact = record("Contact", "LastName", "親");
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
        SaveResult[] refused =
                together.create(new SObject[] {record("Account", "Name", "一緒"), record("Account", "Phone", "1")});
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
        request.setMasterRecord(record("Account", "Id", master, "Phone", "03-9999-0000"));
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

    @Test
    void refusalsAreTypedFaults() {
        ApiFault field = fault(() -> connection().query("SELECT Nothing__c FROM Account"));
        assertThat(field).isInstanceOf(InvalidFieldFault.class);
        assertThat(field.getExceptionCode()).isEqualTo(ExceptionCode.INVALID_FIELD);
        assertThat(((InvalidFieldFault) field).getColumn()).isEqualTo(8);
        assertThat(fault(() -> connection().query("SELECT FROM"))).isInstanceOf(MalformedQueryFault.class);
        assertThat(fault(() -> connection().describeSObject("Nothing__c")).getExceptionCode())
                .isEqualTo(ExceptionCode.INVALID_TYPE);
        assertThat(fault(() -> connection().queryMore("0r8000000000000AAA-2000"))
                        .getExceptionCode())
                .isEqualTo(ExceptionCode.INVALID_QUERY_LOCATOR);
        assertThat(fault(() -> connection().create(new SObject[] {record("Account", "Nothing__c", "x")}))
                        .getExceptionMessage())
                .startsWith("No such column 'Nothing__c' on entity 'Account'");
        assertThat(fault(() -> connection(demo.token(), "29.0").getUserInfo()).getExceptionCode())
                .isEqualTo(ExceptionCode.UNSUPPORTED_API_VERSION);
        assertThat(fault(() -> connection().search("FIND {x}")).getExceptionCode())
                .isEqualTo(ExceptionCode.FUNCTIONALITY_NOT_ENABLED);
    }

    @Test
    void aSessionThatEndedIsRenewedByTheClientItself() throws ConnectionException {
        SalesforceClient own = SalesforceClient.demo();
        PartnerConnection connection = connection(own.token(), "65.0");
        assertThat(connection.getUserInfo().getUserName()).contains("@");
        assertThat(connection.getServerTimestamp().getTimestamp()).isNotNull();
        connection.logout();
        assertThat(fault(connection::getUserInfo).getExceptionCode()).isEqualTo(ExceptionCode.INVALID_SESSION_ID);
        boolean[] asked = new boolean[1];
        connection.getConfig().setSessionRenewer(config -> {
            asked[0] = true;
            return null;
        });
        fault(connection::getUserInfo);
        assertThat(asked[0])
                .as("the words of the fault are those the client knows")
                .isTrue();
    }

    @Test
    void loginWorksUpToVersion64() throws ConnectionException {
        LoginResult login =
                connection("none", "64.0").login("integration@demo.minori-demo.example", "minori-demo-secret");
        assertThat(login.getServerUrl()).startsWith(salesforce() + "/services/Soap/u/64.0/00D");
        assertThat(login.getUserInfo().getOrganizationId()).startsWith("00D");
        ConnectorConfig config = new ConnectorConfig();
        config.setServiceEndpoint(login.getServerUrl());
        config.setSessionId(login.getSessionId());
        assertThat(new PartnerConnection(config).getUserInfo().getUserId()).isEqualTo(login.getUserId());
        assertThat(fault(() -> connection("none", "64.0").login("integration@demo.minori-demo.example", "wrong"))
                        .getExceptionCode())
                .isEqualTo(ExceptionCode.INVALID_LOGIN);
        ApiFault tooNew = fault(
                () -> connection("none", "65.0").login("integration@demo.minori-demo.example", "minori-demo-secret"));
        assertThat(tooNew).isInstanceOf(LoginFault.class);
        assertThat(tooNew.getExceptionCode()).isEqualTo(ExceptionCode.INVALID_OPERATION);
        assertThat(tooNew.getExceptionMessage()).contains("not available in the API version specified (65.0)");
    }

    @Test
    void aSpentAllowanceAndAnOrderedErrorAreFaultsToo() {
        control("PATCH", "/orgs/demo", "{\"dailyLimit\":0}");
        try {
            assertThat(fault(connection()::getUserInfo).getExceptionCode())
                    .isEqualTo(ExceptionCode.REQUEST_LIMIT_EXCEEDED);
        } finally {
            control("PATCH", "/orgs/demo", "{\"dailyLimit\":1000000}");
        }
        control("POST", "/faults", "{\"door\":\"salesforce\",\"path\":\"/Soap/u\",\"kind\":\"status\",\"status\":503}");
        assertThat(fault(connection()::getUserInfo).getExceptionCode()).isEqualTo(ExceptionCode.SERVER_UNAVAILABLE);
    }

    @Test
    void documentTypesAreNotRead() {
        String bomb = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>&e;</e:Body></e:Envelope>";
        Answer answer = send(
                "POST",
                salesforce() + "/services/Soap/u/65.0",
                Map.of("Content-Type", "text/xml", "SOAPAction", "\"\""),
                bomb);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("<faultcode>soapenv:Client</faultcode>", "DOCTYPE is not allowed");
        assertThat(List.of(answer.header("content-type"))).contains("text/xml;charset=UTF-8");
    }
}
