package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.Contention;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that change the same thing and arrive at the same moment. */
@SyncComponentTest
class SimultaneousRequestsComponentTest {
    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID mapping = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @BeforeEach
    void open() {
        bench.createWorkspace("株式会社どうじ");
        bench.connectSalesforce(connection, salesforce, "minori-demo");
    }

    @AfterEach
    void repair() {
        Inspection.update("delete from run_ticket where workspace_id = ?", workspace);
    }

    @Test
    void ofTwoChangesOfAConnectionTheSecondIsRefused() {
        List<Response> answers = Contention.meet(
                "select id from connection where id = ? for update",
                connection,
                () -> rename("一", "\"1\""),
                () -> rename("二", "\"1\""));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        assertThat(bench.admin().get("/api/v1/connections/" + connection).header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void ofTwoChangesOfADraftTheSecondIsRefused() {
        draft("はじめ", null);

        List<Response> answers = Contention.meet(
                "select id from table_mapping where id = ? for update",
                mapping,
                () -> draft("一", "\"1\""),
                () -> draft("二", "\"1\""));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void twoPublicationsOfOneDraftGiveOneVersion() {
        draft("はじめ", null);

        List<Response> answers = Contention.meet(
                "select id from table_mapping where id = ? for update", mapping, this::publish, this::publish);

        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 200);
        assertThat(answers)
                .extracting(answer -> answer.jsonPath().getInt("version"))
                .containsExactly(1, 1);
        assertThat(bench.admin()
                        .get("/api/v1/mappings/" + mapping + "/versions")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    private Response rename(String name, String ifMatch) {
        return bench.admin()
                .header("If-Match", ifMatch)
                .body(Map.of(
                        "name",
                        name,
                        "system",
                        "salesforce",
                        "salesforce",
                        Map.of(
                                "loginUrl",
                                salesforce,
                                "auth",
                                Map.of("type", "client-credentials", "clientId", "minori-demo"))))
                .put("/api/v1/connections/" + connection);
    }

    private Response draft(String name, String ifMatch) {
        var request = bench.admin()
                .contentType("application/yaml")
                .body(Workbench.starter("salesforce-account.yaml").replaceFirst("(?m)^name: .*$", "name: " + name));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/api/v1/mappings/" + mapping);
    }

    private Response publish() {
        return bench.admin().post("/api/v1/mappings/" + mapping + "/publication");
    }
}
