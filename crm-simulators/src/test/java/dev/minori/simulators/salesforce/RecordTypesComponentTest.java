package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.GetUserInfoResult;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.RecordTypeInfo;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import dev.minori.simulators.RunningSimulators;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordTypesComponentTest {

    private static final String ORG = """
            {"client": {"id": "kinds", "secret": "s"}, "currencies": ["JPY", "USD"], "objects": [
              {"name": "Deal__c", "label": "Deal", "labelPlural": "Deals", "keyPrefix": "a0D",
               "recordTypes": [{"developerName": "New", "label": "新規", "default": true},
                               {"developerName": "Renewal", "label": "更新"}],
               "fields": [
                 {"name": "Name", "label": "Name", "type": "string", "nameField": true, "required": true},
                 {"name": "Amount__c", "label": "Amount", "type": "currency", "scale": 2}]},
              {"name": "Other__c", "label": "Other", "labelPlural": "Others", "keyPrefix": "a0E",
               "recordTypes": [{"developerName": "Only", "label": "唯一"}],
               "fields": [{"name": "Name", "label": "Name", "type": "string", "nameField": true, "required": true}]}]}
            """;

    @Test
    void recordsSayOfWhichTypeAndInWhichCurrencyTheyAre() throws ConnectionException {
        control("PUT", "/orgs/kinds", ORG);
        SalesforceClient kinds = SalesforceClient.withToken(
                SalesforceClient.token("kinds", "s").json().path("access_token").asText());
        JsonNode types = kinds.query("SELECT Id, DeveloperName, SobjectType FROM RecordType ORDER BY DeveloperName")
                .json()
                .path("records");
        assertThat(types.findValuesAsText("DeveloperName")).containsExactly("New", "Only", "Renewal");
        String only = types.get(1).path("Id").asText();
        String renewal = types.get(2).path("Id").asText();
        String usual = kinds.create("Deal__c", "{\"Name\":\"一\",\"Amount__c\":10}");
        String other = kinds.create(
                "Deal__c", "{\"Name\":\"二\",\"RecordTypeId\":\"" + renewal + "\",\"CurrencyIsoCode\":\"USD\"}");
        JsonNode deals = kinds.query("SELECT Id, CurrencyIsoCode, RecordType.DeveloperName FROM Deal__c ORDER BY Name")
                .json()
                .path("records");
        assertThat(deals.findValuesAsText("Id")).containsExactly(usual, other);
        assertThat(deals.findValuesAsText("CurrencyIsoCode")).containsExactly("JPY", "USD");
        assertThat(deals.findValuesAsText("DeveloperName")).containsExactly("New", "Renewal");
        Answer foreign = kinds.call("POST", "/sobjects/Deal__c", "{\"Name\":\"三\",\"RecordTypeId\":\"" + only + "\"}");
        assertThat(foreign.body()).contains("INVALID_CROSS_REFERENCE_KEY", "isn't valid for the user");
        assertThat(kinds.call("POST", "/sobjects/Deal__c", "{\"Name\":\"四\",\"CurrencyIsoCode\":\"EUR\"}")
                        .body())
                .contains("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(kinds.query("SELECT convertCurrency(Amount__c) FROM Deal__c").body())
                .contains("FUNCTIONALITY_NOT_ENABLED");
        assertThat(kinds.call("POST", "/sobjects/RecordType", "{\"Name\":\"x\"}")
                        .body())
                .contains("INSUFFICIENT_ACCESS_OR_READONLY");
        RunningSimulators.restart();
        describedAlike(kinds.token(), renewal);
    }

    private static void describedAlike(String token, String renewal) throws ConnectionException {
        ConnectorConfig config = new ConnectorConfig();
        config.setServiceEndpoint(salesforce() + "/services/Soap/u/65.0");
        config.setSessionId(token);
        PartnerConnection connection = new PartnerConnection(config);
        DescribeSObjectResult deal = connection.describeSObject("Deal__c");
        assertThat(deal.getRecordTypeInfos())
                .extracting(RecordTypeInfo::getDeveloperName)
                .containsExactly("New", "Renewal", "Master");
        assertThat(Arrays.stream(deal.getRecordTypeInfos()).filter(RecordTypeInfo::isDefaultRecordTypeMapping))
                .extracting(RecordTypeInfo::getName)
                .containsExactly("新規");
        assertThat(deal.getRecordTypeInfos()[1].getRecordTypeId()).isEqualTo(renewal);
        GetUserInfoResult user = connection.getUserInfo();
        assertThat(user.isOrganizationMultiCurrency()).isTrue();
        assertThat(user.getUserDefaultCurrencyIsoCode()).isEqualTo("JPY");
    }
}
