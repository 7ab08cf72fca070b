package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulkv2.ContentTypeEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.Job;
import org.apache.camel.component.salesforce.api.dto.bulkv2.JobStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.OperationEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.QueryJob;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.language.simple.SimpleLanguage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Apache Camel's Salesforce component, unchanged and over the wire. */
class CamelSalesforceComponentTest {

    private static final int ROWS = 1200;
    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();
    private static ProducerTemplate template;

    @BeforeAll
    static void anOrgAndItsClient() throws Exception {
        control("PUT", "/orgs/camel", """
                {"client": {"id": "camel", "secret": "camel-secret"}, "objects": [
                  {"name": "Account", "label": "取引先", "labelPlural": "取引先", "keyPrefix": "001", "fields": [
                    {"name": "Name", "label": "名前", "type": "string", "required": true, "nameField": true},
                    {"name": "Code__c", "label": "番号", "type": "string", "length": 20, "unique": true,
                     "externalId": true}]}]}
                """);
        control("PATCH", "/orgs/camel", "{\"pageRows\":500}");
        SalesforceLoginConfig login = new SalesforceLoginConfig();
        login.setLoginUrl(salesforce());
        login.setInstanceUrl(salesforce());
        login.setClientId("camel");
        login.setClientSecret("camel-secret");
        login.setType(AuthenticationType.CLIENT_CREDENTIALS);
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setApiVersion("60.0");
        config.setRawPayload(true);
        SalesforceComponent component = new SalesforceComponent();
        component.setLoginConfig(login);
        component.setConfig(config);
        // The context wants this language although nothing here is written in it.
        CAMEL.getRegistry().bind("simple", new SimpleLanguage());
        CAMEL.addComponent("salesforce", component);
        CAMEL.start();
        template = CAMEL.createProducerTemplate();
    }

    @AfterAll
    static void stopped() {
        CAMEL.stop();
    }

    private static JsonNode json(String operation, Object body, Map<String, Object> headers) throws IOException {
        Object answer = template.requestBodyAndHeaders("salesforce:" + operation, body, headers);
        return Json.MAPPER.readTree(String.valueOf(text(answer)));
    }

    private static String text(Object answer) throws IOException {
        return answer instanceof InputStream in
                ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                : String.valueOf(answer);
    }

    private static <T> T job(String operation, Object body, String id, Class<T> type) {
        return template.requestBodyAndHeader("salesforce:" + operation, body, "jobId", id, type);
    }

    private static String ingested(OperationEnum operation, String csv) throws IOException {
        Job wanted = new Job();
        wanted.setObject("Account");
        wanted.setOperation(operation);
        wanted.setContentType(ContentTypeEnum.CSV);
        String id = template.requestBody("salesforce:bulk2CreateJob", wanted, Job.class)
                .getId();
        template.requestBodyAndHeader(
                "salesforce:bulk2CreateBatch",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                "jobId",
                id);
        template.requestBodyAndHeader("salesforce:bulk2CloseJob", "", "jobId", id);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> job("bulk2GetJob", "", id, Job.class).getState() == JobStateEnum.JOB_COMPLETE);
        return text(template.requestBodyAndHeader("salesforce:bulk2GetSuccessfulResults", "", "jobId", id));
    }

    private static Set<String> byRest() throws IOException {
        Set<String> ids = new HashSet<>();
        JsonNode page = json("query", "SELECT Id, Name FROM Account", Map.of());
        while (true) {
            page.path("records")
                    .forEach(one -> assertThat(ids.add(one.path("Id").asText())).isTrue());
            if (page.path("done").asBoolean()) {
                return ids;
            }
            page = json("queryMore", page.path("nextRecordsUrl").asText(), Map.of());
        }
    }

    private static Set<String> byBulk() throws IOException {
        QueryJob wanted = new QueryJob();
        wanted.setOperation(OperationEnum.QUERY);
        wanted.setQuery("SELECT Id FROM Account");
        String id = template.requestBody("salesforce:bulk2CreateQueryJob", wanted, QueryJob.class)
                .getId();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> job("bulk2GetQueryJob", "", id, QueryJob.class).getState() == JobStateEnum.JOB_COMPLETE);
        Set<String> lines = new HashSet<>();
        String locator = "";
        while (!locator.equals("null")) {
            String next = locator;
            Exchange page = template.request("salesforce:bulk2GetQueryJobResults", asked -> {
                asked.getIn().setHeader("jobId", id);
                if (!next.isEmpty()) {
                    asked.getIn().setHeader("locator", next);
                }
            });
            text(page.getMessage().getBody())
                    .lines()
                    .skip(1)
                    .forEach(line ->
                            assertThat(lines.add(line.replace("\"", ""))).isTrue());
            locator = page.getMessage().getHeader("Sforce-Locator", String.class);
        }
        return lines;
    }

    @Test
    void readsWritesUpsertsAndDeletesEveryRowOnce() throws IOException {
        String csv = IntStream.range(0, ROWS)
                .mapToObj(n -> "会社 " + n + ",K-" + n + "\n")
                .collect(Collectors.joining("", "Name,Code__c\n", ""));
        assertThat(ingested(OperationEnum.INSERT, csv).lines()).hasSize(ROWS + 1);
        Set<String> ids = byRest();
        assertThat(ids).hasSize(ROWS);
        assertThat(byBulk()).isEqualTo(ids);

        String made = json("createSObject?sObjectName=Account", "{\"Name\":\"甲\"}", Map.of())
                .path("id")
                .asText();
        template.requestBodyAndHeader(
                "salesforce:updateSObject?sObjectName=Account", "{\"Name\":\"乙\"}", "sObjectId", made);
        assertThat(json("getSObject?sObjectName=Account", "", Map.of("sObjectId", made))
                        .path("Name")
                        .asText())
                .isEqualTo("乙");
        String upsert = "upsertSObject?sObjectName=Account&sObjectIdName=Code__c";
        assertThat(json(upsert, "{\"Name\":\"新\"}", Map.of("sObjectIdValue", "K-new"))
                        .path("created")
                        .asBoolean())
                .isTrue();
        assertThat(json(upsert, "{\"Name\":\"改\"}", Map.of("sObjectIdValue", "K-new"))
                        .path("created")
                        .asBoolean())
                .isFalse();
        template.requestBodyAndHeader("salesforce:deleteSObject?sObjectName=Account", "", "sObjectId", made);
        assertThat(byRest()).hasSize(ROWS + 1).containsAll(ids);

        control("POST", "/orgs/camel/sessions/expire", "");
        assertThat(byRest()).as("after it logged in again").hasSize(ROWS + 1);

        CamelExecutionException refused = catchThrowableOfType(
                CamelExecutionException.class, () -> json("query", "SELECT Nothing__c FROM Account", Map.of()));
        assertThat(refused.getCause()).isInstanceOf(SalesforceException.class).hasMessageContaining("INVALID_FIELD");
        String deleted = byRest().stream().collect(Collectors.joining("\n", "Id\n", "\n"));
        assertThat(ingested(OperationEnum.DELETE, deleted).lines()).hasSize(ROWS + 2);
        assertThat(byRest()).isEmpty();
    }
}
