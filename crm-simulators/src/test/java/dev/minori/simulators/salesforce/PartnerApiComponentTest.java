package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.FieldType;
import com.sforce.soap.partner.LoginResult;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
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
import java.util.Arrays;
import java.util.Calendar;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulator judged by Salesforce's own SOAP client, unchanged, over the wire. */
class PartnerApiComponentTest {

    private final SalesforceClient demo = SalesforceClient.demo();

    @AfterEach
    void backToNow() {
        control("POST", "/clock", "{\"offset\":\"PT0S\"}");
    }

    private PartnerConnection connection() {
        return PartnerClient.connection(demo.token(), "65.0");
    }

    @Test
    void readsEveryRowOncePageByPage() throws ConnectionException {
        PartnerConnection load =
                PartnerClient.connection(SalesforceClient.load().token(), "65.0");
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
        assertThat(PartnerClient.connection(demo.token(), "40.0").describeSObjects(new String[] {"Contact", "Case"}))
                .extracting(DescribeSObjectResult::getName)
                .containsExactly("Contact", "Case");
    }

    @Test
    void refusalsAreTypedFaults() {
        ApiFault field = PartnerClient.fault(() -> connection().query("SELECT Nothing__c FROM Account"));
        assertThat(field).isInstanceOf(InvalidFieldFault.class);
        assertThat(field.getExceptionCode()).isEqualTo(ExceptionCode.INVALID_FIELD);
        assertThat(((InvalidFieldFault) field).getColumn()).isEqualTo(8);
        assertThat(PartnerClient.fault(() -> connection().query("SELECT FROM")))
                .isInstanceOf(MalformedQueryFault.class);
        assertThat(PartnerClient.fault(() -> connection().describeSObject("Nothing__c"))
                        .getExceptionCode())
                .isEqualTo(ExceptionCode.INVALID_TYPE);
        assertThat(PartnerClient.fault(() -> connection().queryMore("0r8000000000000AAA-2000"))
                        .getExceptionCode())
                .isEqualTo(ExceptionCode.INVALID_QUERY_LOCATOR);
        assertThat(PartnerClient.fault(() ->
                                connection().create(new SObject[] {PartnerClient.record("Account", "Nothing__c", "x")}))
                        .getExceptionMessage())
                .startsWith("No such column 'Nothing__c' on entity 'Account'");
        assertThat(PartnerClient.fault(() ->
                                PartnerClient.connection(demo.token(), "29.0").getUserInfo())
                        .getExceptionCode())
                .isEqualTo(ExceptionCode.UNSUPPORTED_API_VERSION);
        assertThat(PartnerClient.fault(() -> connection().search("FIND {x}")).getExceptionCode())
                .isEqualTo(ExceptionCode.FUNCTIONALITY_NOT_ENABLED);
    }

    @Test
    void aSessionThatEndedIsRenewedByTheClientItself() throws ConnectionException {
        SalesforceClient own = SalesforceClient.demo();
        PartnerConnection connection = PartnerClient.connection(own.token(), "65.0");
        assertThat(connection.getUserInfo().getUserName()).contains("@");
        assertThat(connection.getServerTimestamp().getTimestamp()).isNotNull();
        connection.logout();
        assertThat(PartnerClient.fault(connection::getUserInfo).getExceptionCode())
                .isEqualTo(ExceptionCode.INVALID_SESSION_ID);
        boolean[] asked = new boolean[1];
        connection.getConfig().setSessionRenewer(config -> {
            asked[0] = true;
            return null;
        });
        PartnerClient.fault(connection::getUserInfo);
        assertThat(asked[0])
                .as("the words of the fault are those the client knows")
                .isTrue();
    }

    @Test
    void loginWorksUpToVersion64() throws ConnectionException {
        LoginResult login = PartnerClient.connection("none", "64.0")
                .login("integration@demo.minori-demo.example", "minori-demo-secret");
        assertThat(login.getServerUrl()).startsWith(salesforce() + "/services/Soap/u/64.0/00D");
        assertThat(login.getUserInfo().getOrganizationId()).startsWith("00D");
        ConnectorConfig config = new ConnectorConfig();
        config.setServiceEndpoint(login.getServerUrl());
        config.setSessionId(login.getSessionId());
        assertThat(new PartnerConnection(config).getUserInfo().getUserId()).isEqualTo(login.getUserId());
        assertThat(PartnerClient.fault(() -> PartnerClient.connection("none", "64.0")
                                .login("integration@demo.minori-demo.example", "wrong"))
                        .getExceptionCode())
                .isEqualTo(ExceptionCode.INVALID_LOGIN);
        ApiFault tooNew = PartnerClient.fault(() -> PartnerClient.connection("none", "65.0")
                .login("integration@demo.minori-demo.example", "minori-demo-secret"));
        assertThat(tooNew).isInstanceOf(LoginFault.class);
        assertThat(tooNew.getExceptionCode()).isEqualTo(ExceptionCode.INVALID_OPERATION);
        assertThat(tooNew.getExceptionMessage()).contains("not available in the API version specified (65.0)");
    }

    @Test
    void aSpentAllowanceAndAnOrderedErrorAreFaultsToo() {
        control("PATCH", "/orgs/demo", "{\"dailyLimit\":0}");
        try {
            assertThat(PartnerClient.fault(connection()::getUserInfo).getExceptionCode())
                    .isEqualTo(ExceptionCode.REQUEST_LIMIT_EXCEEDED);
        } finally {
            control("PATCH", "/orgs/demo", "{\"dailyLimit\":1000000}");
        }
        control("POST", "/faults", "{\"door\":\"salesforce\",\"path\":\"/Soap/u\",\"kind\":\"status\",\"status\":503}");
        assertThat(PartnerClient.fault(connection()::getUserInfo).getExceptionCode())
                .isEqualTo(ExceptionCode.SERVER_UNAVAILABLE);
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
