package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.EndpointCells;
import dev.minori.kit.testing.ErasureSample;
import dev.minori.kit.testing.ParkedSample;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.TenantCatalogue;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** No table and no endpoint shows one workspace anything of another. */
@SyncComponentTest
class WallsComponentTest {
    private static final String[] ROLES = {"admin", "integrator", "cs-ops", "manager"};

    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID mapping = UUID.randomUUID();
    private final UUID usage = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @ConfigProperty(name = "test.kintone.url")
    String kintone;

    @Test
    void everyTableKeepsWorkspacesApart() throws SQLException {
        fill();
        TenantCatalogue catalogue = new TenantCatalogue(ServiceTestResource.database());

        assertThat(catalogue.findings()).isEmpty();
        assertThat(catalogue.leaks()).isEmpty();
        assertThat(catalogue.tenantTables())
                .contains(
                        "workspace",
                        "connection_secret",
                        "table_mapping",
                        "sync_run",
                        "raw_record",
                        "raw_history",
                        "fact_record",
                        "customer_identity",
                        "quarantine_entry",
                        "dry_run",
                        "dry_run_row",
                        "intake_key",
                        "intake_object",
                        "standing_run");
        assertThat(catalogue.rowsSeenBy(workspace, "connection")).isEqualTo(1);
        assertThat(catalogue.rowsSeenBy(workspace, "raw_record")).isGreaterThan(300);
    }

    @Test
    void everyEndpointRefusesOtherWorkspaces() throws Exception {
        JsonPath run = fill();
        UUID stranger = UUID.randomUUID();
        new Workbench(stranger).createWorkspace("あすなろ食品株式会社");
        String one = "/api/v1/connections/" + connection;
        // Of a connection that nobody calls: what is asked of the other one here is shown in its budget.
        UUID idle = UUID.randomUUID();
        bench.connectKintone(idle, kintone);
        String document = "/api/v1/mappings/" + mapping;
        String rejected = bench.admin()
                .get("/api/v1/quarantine?mappingId=" + usage)
                .jsonPath()
                .getString("items[0].id");
        String dryRun = document + "/dry-runs/" + bench.dryRun(mapping, 5).getString("id");
        UUID core = UUID.randomUUID();
        String sent = "/api/v1/connections/" + core;
        bench.connectHttp(core);
        JsonPath key = bench.issueKey(core);
        bench.send(core, "usage", key.getString("key"), "[{\"id\": 1}]");
        EndpointCells cells = new EndpointCells(
                        URI.create("http://localhost:" + RestAssured.port), workspace, stranger, ROLES)
                .sample("/api/v1/workspaces/{id}", "/api/v1/workspaces/" + workspace)
                .sample("/api/v1/members/{id}", "/api/v1/members/" + member)
                .sample("/api/v1/teams/{id}", "/api/v1/teams/" + team)
                .sample("/api/v1/connections/{id}", one)
                .sample("/api/v1/connections/{id}/test", one + "/test")
                .sample("/api/v1/connections/{id}/objects", one + "/objects")
                .sample("/api/v1/connections/{id}/objects/{name}", one + "/objects/Account")
                .sample("/api/v1/connections/{id}/owner-links", one + "/owner-links")
                .sample("/api/v1/connections/{id}/budget", "/api/v1/connections/" + idle + "/budget")
                .sample("/api/v1/connections/{id}/schema-changes", one + "/schema-changes")
                .sample("/api/v1/reconciliations/{id}", "/api/v1/reconciliations/" + run.getString("id"))
                .sample("/api/v1/mapping-starters", "/api/v1/mapping-starters?connectionId=" + connection)
                .sample("/api/v1/mappings/{id}", document)
                .sample("/api/v1/mappings/{id}/versions", document + "/versions")
                .sample("/api/v1/mappings/{id}/versions/{version}", document + "/versions/1")
                .sample("/api/v1/mappings/{id}/publication", document + "/publication")
                .sample("/api/v1/mappings/{id}/versions/{version}/restoration", document + "/versions/1/restoration")
                .sample("/api/v1/mappings/{id}/differences", document + "/differences?from=1")
                .sample("/api/v1/mappings/{id}/known-fields", document + "/known-fields")
                .sample("/api/v1/mappings/{id}/dry-runs", document + "/dry-runs")
                .sample("/api/v1/mappings/{id}/dry-runs/{dryRunId}", dryRun)
                .sample("/api/v1/mappings/{id}/dry-runs/{dryRunId}/rows", dryRun + "/rows")
                .sample("/api/v1/sync-runs/{id}", "/api/v1/sync-runs/" + run.getString("id"))
                .sample("/api/v1/quarantine/{id}", "/api/v1/quarantine/" + rejected)
                .sample("/api/v1/quarantine/{id}/replay", "/api/v1/quarantine/" + rejected + "/replay")
                .sample("/api/v1/contacts/{id}/erasures", "/api/v1/contacts/" + UUID.randomUUID() + "/erasures")
                .sample("/api/v1/connections/{id}/intake-keys", sent + "/intake-keys")
                .sample("/api/v1/connections/{id}/intake-keys/{keyId}", sent + "/intake-keys/" + key.getString("id"))
                .sample("/api/v1/connections/{id}/intake-shapes/{object}", sent + "/intake-shapes/usage")
                .sample("/api/v1/intake/{connectionId}/{object}", "/api/v1/intake/" + core + "/usage")
                .sample("/api/v1/parked-messages/{channel}/{key}/replays", ParkedSample.replays(workspace, "sample"));
        bodies(cells);

        cells.foreignYaml("POST /api/v1/mappings", Workbench.starter("salesforce-account.yaml"))
                .namesNothing(
                        "POST /api/v1/mappings/validations", "connections are named by name, and are the caller's")
                .items("POST /api/v1/quarantine/replays", "{\"mappingId\": \"" + usage + "\"}")
                .namesNothing("POST /api/v1/connections", "a connection names nothing of a workspace")
                .namesNothing("POST /api/v1/members", "a member names nothing of a workspace")
                .alike("GET /api/v1/target-schemas", "the product's own");
        cells.items("POST /api/v1/erasures/replays", ErasureSample.replay(workspace))
                .choosesKey("POST /api/v1/erasures/replays")
                .alike("GET /api/v1/audit-trail/verification", "a verdict about an unbroken chain is the same for all");

        assertThat(cells.findings()).isEmpty();
        assertThat(cells.asked()).isGreaterThan(150);
    }

    private void bodies(EndpointCells cells) {
        cells.body("PUT /api/v1/connections/{id}", """
                        {"name": "salesforce-demo", "system": "salesforce", "salesforce": {"loginUrl": "%s", "auth":
                         {"type": "client-credentials", "clientId": "minori-demo", "clientSecret": "minori-demo-secret"}}}
                        """.formatted(salesforce))
                .body("POST /api/v1/connections/{id}/intake-keys", "{\"name\": \"販売管理\"}")
                .body("PUT /api/v1/connections/{id}/intake-shapes/{object}", "{\"label\": \"利用\", \"fields\": []}")
                .body("POST /api/v1/intake/{connectionId}/{object}", "[]")
                .uncontrolled(
                        "POST /api/v1/intake/{connectionId}/{object}",
                        "a key lets in, no token: IntakeComponentTest has one")
                .body("PUT /api/v1/connections/{id}/budget", "{\"shareOfLimit\": 70}")
                .body("PUT /api/v1/connections/{id}/owner-links", "[]")
                .yaml("PUT /api/v1/mappings/{id}", Workbench.starter("salesforce-account.yaml"))
                .body("PUT /api/v1/members/{id}", """
                        {"subject": "hanako", "name": "佐藤花子", "email": "hanako@minori-demo.example", "language": "ja",
                         "zone": "Asia/Tokyo"}
                        """)
                .body("PUT /api/v1/teams/{id}", "{\"name\": \"東日本\"}")
                .body("PUT /api/v1/workspaces/{id}", """
                        {"name": "株式会社みのり", "zone": "Asia/Tokyo", "fiscalYearStartMonth": 4, "currency": "JPY",
                         "visibility": "all"}
                        """)
                .foreign(
                        "POST /api/v1/connections/checks",
                        "{\"connectionId\": \"" + connection + "\", \"objects\": [\"Account\"]}")
                .foreign("POST /api/v1/reconciliations", "{\"mappingId\": \"" + mapping + "\"}")
                .body("POST /api/v1/mappings/{id}/dry-runs", "{\"rows\": 5}")
                .foreign(
                        "POST /api/v1/mapping-suggestions",
                        "{\"connectionId\": \"" + connection + "\", \"object\": \"Account\"}")
                .foreign("POST /api/v1/sync-runs", "{\"mappingId\": \"" + mapping + "\", \"kind\": \"incremental\"}")
                .uncontrolled("POST /api/v1/parked-messages/{channel}/{key}/replays", "no messages come in here")
                .uncontrolled(
                        "POST /api/v1/contacts/{id}/erasures", "no contact was loaded: ErasureComponentTest has one");
        for (String kind : List.of("connections", "mappings", "members", "teams")) {
            cells.choosesKey("PUT /api/v1/" + kind + "/{id}");
        }
    }

    private JsonPath fill() {
        bench.createWorkspace("株式会社みのり");
        bench.createMember(member, "hanako", "佐藤花子");
        bench.admin()
                .body(java.util.Map.of("name", "東日本"))
                .put("/api/v1/teams/" + team)
                .then()
                .statusCode(200);
        bench.connectSalesforce(connection, salesforce, "minori-demo");
        bench.publish(mapping, "salesforce-account.yaml");
        JsonPath run = bench.firstRun(mapping);
        bench.publishRecentUsage(usage);
        bench.firstRun(usage);
        return run;
    }
}
