package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.minori.simulators.RunningSimulators;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PermissionsComponentTest {

    private static final String USER = "/orgs/demo/users/integration@demo.minori-demo.example/permissions";

    private final SalesforceClient demo = SalesforceClient.demo();

    @AfterEach
    void everythingIsAllowedAgain() {
        control("PUT", USER, "{}");
    }

    private static String code(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isBetween(400, 404);
        return refused.json().get(0).path("errorCode").asText();
    }

    private JsonNode field(String name) {
        for (JsonNode field : demo.get("/sobjects/Account/describe").json().path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void aHiddenFieldDoesNotExistForItsUser() {
        control("PUT", USER, "{\"objects\":{\"Account\":{\"fields\":{\"Phone\":\"none\",\"Website\":\"read\"}}}}");
        assertThat(field("Phone").isMissingNode()).isTrue();
        assertThat(field("Website").path("updateable").asBoolean(true)).isFalse();
        Answer query = demo.query("SELECT Phone FROM Account");
        assertThat(code(query)).isEqualTo("INVALID_FIELD");
        assertThat(query.body()).contains("No such column 'Phone' on entity 'Account'");
        assertThat(demo.query("SELECT FIELDS(STANDARD) FROM Account LIMIT 1").body())
                .doesNotContain("\"Phone\"")
                .contains("\"Website\"");
        Answer write = demo.call("POST", "/sobjects/Account", "{\"Name\":\"見える\",\"Website\":\"http://a.example\"}");
        assertThat(code(write)).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        RunningSimulators.restart();
        assertThat(code(SalesforceClient.demo().query("SELECT Phone FROM Account")))
                .as("after a restart too")
                .isEqualTo("INVALID_FIELD");
        control("PUT", USER, "{}");
        assertThat(SalesforceClient.demo()
                        .query("SELECT Phone FROM Account LIMIT 1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHiddenObjectIsNotThereAndNobodyWalksToIt() {
        control("PUT", USER, "{\"objects\":{\"User\":{\"read\":false},\"Case\":{\"read\":false}}}");
        assertThat(demo.get("/sobjects").body()).doesNotContain("\"name\":\"Case\"");
        assertThat(code(demo.get("/sobjects/Case/describe"))).isEqualTo("NOT_FOUND");
        assertThat(code(demo.query("SELECT Id FROM Case"))).isEqualTo("INVALID_TYPE");
        assertThat(code(demo.query("SELECT Owner.Name FROM Account"))).isEqualTo("INVALID_FIELD");
        assertThat(demo.query("SELECT OwnerId FROM Account LIMIT 1").status()).isEqualTo(200);
    }

    @Test
    void whatAUserMayNotDoIsRefused() {
        String id = demo.create("Account", "{\"Name\":\"守る\"}");
        control("PUT", USER, "{\"objects\":{\"Account\":{\"create\":false,\"delete\":false}}}");
        assertThat(demo.get("/sobjects/Account/describe")
                        .json()
                        .path("createable")
                        .asBoolean(true))
                .isFalse();
        assertThat(code(demo.call("POST", "/sobjects/Account", "{\"Name\":\"作れない\"}")))
                .isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
        assertThat(demo.call("PATCH", "/sobjects/Account/" + id, "{\"Phone\":\"03\"}")
                        .status())
                .isEqualTo(204);
        assertThat(code(demo.call("DELETE", "/sobjects/Account/" + id, "")))
                .isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
        control("PUT", USER, "{}");
        assertThat(demo.call("DELETE", "/sobjects/Account/" + id, "").status()).isEqualTo(204);
    }

    @Test
    void whatNobodyCanHideIsRefusedByTheControl() {
        for (String wrong : new String[] {
            "{\"objects\":{\"Account\":{\"fields\":{\"Name\":\"none\"}}}}",
            "{\"objects\":{\"Nothing\":{\"read\":false}}}",
            "{\"objects\":{\"Account\":{\"fields\":{\"Nothing__c\":\"none\"}}}}"
        }) {
            Answer refused = send("PUT", salesforce() + "/_control" + USER, Map.of(), wrong);
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        }
        assertThat(demo.get("/query?q=" + encoded("SELECT Phone FROM Account LIMIT 1"))
                        .status())
                .isEqualTo(200);
    }
}
