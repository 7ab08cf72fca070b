package dev.minori.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.HealthBand;
import dev.minori.events.Origin;
import dev.minori.kit.testing.EndpointCells;
import dev.minori.kit.testing.ErasureSample;
import dev.minori.kit.testing.ParkedSample;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.TenantCatalogue;
import dev.minori.kit.testing.Tokens;
import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Trial;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No table and no endpoint shows one workspace anything of another. */
@PlaybookComponentTest
class WallsComponentTest {
    @Inject
    Trial trial;

    @Test
    void everyTableKeepsWorkspacesApart() throws SQLException {
        trial.open().install();
        trial.enters(trial.customer("株式会社見えない"), "band-fell");
        TenantCatalogue catalogue = new TenantCatalogue(ServiceTestResource.database());

        assertThat(catalogue.findings()).isEmpty();
        assertThat(catalogue.leaks()).isEmpty();
        assertThat(catalogue.tenantTables())
                .contains("alert", "alert_occurrence", "cs_task", "playbook_run", "segment_stay", "notice");
        assertThat(catalogue.rowsSeenBy(trial.workspace, "alert")).isEqualTo(1);
    }

    @Test
    void everyEndpointRefusesOtherWorkspaces() throws Exception {
        trial.open().install();
        UUID customer = trial.customer("株式会社見えない");
        trial.enters(customer, "band-fell");
        UUID silent = trial.enters(
                trial.customer("株式会社しずか"), "band-fell", Origin.BACKFILL, Map.of("band", HealthBand.AT_RISK.name()));
        String alert = trial.as("ops", "cs-ops").get("/api/v1/alerts").path("items[0].id");
        String run = trial.as("ops", "cs-ops").get("/api/v1/playbook-runs").path("items[0].id");
        String rule =
                trial.as("ops", "cs-ops").get("/api/v1/alert-rules/band-fell").path("id");
        String playbook = trial.as("ops", "cs-ops")
                .get("/api/v1/playbooks/usage-drop-follow-up")
                .path("id");
        String task = trial.as("ops", "cs-ops")
                .contentType("application/json")
                .body(Map.of("customerId", customer, "title", "確認"))
                .post("/api/v1/tasks")
                .path("id");
        String question = trial.as("ops", "cs-ops")
                .contentType("application/json")
                .body(Map.of("customerId", customer, "text", "ご様子はいかがですか"))
                .post("/api/v1/questions")
                .path("id");
        EndpointCells cells = new EndpointCells(
                        URI.create("http://localhost:" + RestAssured.port),
                        trial.workspace,
                        Tokens.AOZORA,
                        "admin",
                        "cs-ops",
                        "manager",
                        "csm")
                .sample("/api/v1/alerts/{id}", "/api/v1/alerts/" + alert)
                .sample("/api/v1/alerts/{id}/close", "/api/v1/alerts/" + alert + "/close")
                .body("POST /api/v1/alerts/{id}/close", "{\"reason\": \"対応済み\"}")
                .sample("/api/v1/playbook-runs/{id}", "/api/v1/playbook-runs/" + run)
                .sample("/api/v1/playbook-runs/{id}/cancel", "/api/v1/playbook-runs/" + run + "/cancel")
                .body("POST /api/v1/playbook-runs/{id}/cancel", "{\"reason\": \"別の方法で対応\"}")
                .sample("/api/v1/tasks/{id}", "/api/v1/tasks/" + task)
                .foreign("POST /api/v1/tasks", "{\"customerId\": \"" + customer + "\", \"title\": \"確認\"}")
                .sample("/api/v1/questions/{id}/answer", "/api/v1/questions/" + question + "/answer")
                .body("POST /api/v1/questions/{id}/answer", "{\"text\": \"順調です\"}")
                .foreign("POST /api/v1/questions", "{\"customerId\": \"" + customer + "\", \"text\": \"順調ですか\"}")
                .sample("/api/v1/playbooks/{key}/graph", "/api/v1/playbooks/" + playbook + "/graph")
                .sample(
                        "/api/v1/parked-messages/{channel}/{key}/replays",
                        ParkedSample.replays(trial.workspace, "customer-health"));
        String days = "/api/v1/calendars/business/days";
        cells.sample(days, days + "?from=2026-11-01&to=2026-11-30");
        String standing = "/api/v1/playbook-runs/standing";
        cells.sample(standing, standing + "?playbookId=" + playbook);
        taskBodies(cells);
        for (String action : List.of("complete", "snooze", "cancel", "assign", "reopen", "comments")) {
            cells.sample("/api/v1/tasks/{id}/" + action, "/api/v1/tasks/" + task + "/" + action);
        }
        for (String action : List.of("snooze", "wake", "comments")) {
            cells.sample("/api/v1/alerts/{id}/" + action, "/api/v1/alerts/" + alert + "/" + action);
        }
        cells.body("POST /api/v1/alerts/{id}/snooze", "{\"until\": \"2036-12-01T00:00:00Z\"}")
                .body("POST /api/v1/alerts/{id}/comments", "{\"body\": \"電話した\"}");
        definition(cells, "/api/v1/alert-rules", rule, "would-have-fired", "open", customer, silent);
        definition(cells, "/api/v1/playbooks", playbook, "would-have-started", "start", customer, silent);
        cells.yaml("PUT /api/v1/alert-rules/{key}", Trial.resource("/starter/alert-rules/band-fell.yaml"))
                .yaml("PUT /api/v1/playbooks/{key}", Trial.resource("/starter/playbooks/usage-drop-follow-up.yaml"))
                .sample("PUT /api/v1/alert-rules/{key}", "/api/v1/alert-rules/band-fell")
                .sample("PUT /api/v1/playbooks/{key}", "/api/v1/playbooks/usage-drop-follow-up")
                .choosesKey("PUT /api/v1/alert-rules/{key}")
                .choosesKey("PUT /api/v1/playbooks/{key}");

        cells.items("POST /api/v1/erasures/replays", ErasureSample.replay(trial.workspace))
                .choosesKey("POST /api/v1/erasures/replays")
                .items("POST /api/v1/alerts/bulk", """
                        {"ids": ["%s"], "action": "close", "reason": "対応済み"}
                        """.formatted(alert))
                .items("POST /api/v1/tasks/bulk", """
                        {"ids": ["%s"], "action": "complete", "outcome": "了解を得た"}
                        """.formatted(task))
                .namesNothing("PUT /api/v1/calendars/business", "a workspace has one calendar, its own")
                .alike("GET /api/v1/audit-trail/verification", "a verdict about an unbroken chain is the same for all");
        for (String part : List.of("", "/business", "/business/days")) {
            cells.alike("GET /api/v1/calendars" + part, "until somebody changes it, everybody has the same calendar");
        }

        assertThat(cells.findings()).isEmpty();
        assertThat(cells.asked()).isGreaterThan(200);
    }

    private void taskBodies(EndpointCells cells) {
        cells.body("POST /api/v1/tasks/{id}/complete", "{\"outcome\": \"了解を得た\"}")
                .body("POST /api/v1/tasks/{id}/snooze", "{\"until\": \"2036-12-01T00:00:00Z\"}")
                .body("POST /api/v1/tasks/{id}/cancel", "{\"reason\": \"不要になった\"}")
                .body("POST /api/v1/tasks/{id}/assign", "{\"ownerMemberId\": \"" + trial.ichiro + "\"}")
                .body("POST /api/v1/tasks/{id}/comments", "{\"body\": \"電話した\"}");
    }

    private static void definition(
            EndpointCells cells, String root, String id, String would, String act, UUID customer, UUID membership) {
        String template = root + "/{key}";
        String existing = root + "/" + id;
        cells.sample(template, existing)
                .sample(template + "/versions", existing + "/versions")
                .sample(template + "/versions/{version}", existing + "/versions/1")
                .sample(template + "/publication", existing + "/publication")
                .sample(template + "/pause", existing + "/pause")
                .sample(template + "/resume", existing + "/resume")
                .sample(template + "/explanations", existing + "/explanations?customerId=" + customer)
                .sample(template + "/" + would, existing + "/" + would)
                .sample(
                        template + "/" + would + "/{membershipId}/" + act,
                        existing + "/" + would + "/" + membership + "/" + act);
    }
}
