package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.ListScans;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Lists of a workspace among many, each with runs and rows, as the application's role asks. */
@SyncComponentTest
class ListPlansComponentTest {
    @ConfigProperty(name = "test.kintone.url")
    String kintone;

    @Test
    void noListReadsAWholeTable() throws Exception {
        UUID workspace = UUID.randomUUID();
        UUID connection = UUID.randomUUID();
        Workbench bench = new Workbench(workspace);
        bench.createWorkspace("みのりデモ株式会社");
        bench.connectKintone(connection, kintone);
        String own = "'" + connection + "'::uuid";
        String few = "md5(w || n % 20)::uuid";
        ListScans scans = new ListScans(
                        URI.create("http://localhost:" + RestAssured.port),
                        workspace,
                        "admin",
                        "integrator",
                        "cs-ops",
                        "manager")
                .table(
                        "sync_run",
                        Map.of(
                                "connection_id", own,
                                "mapping_id", few,
                                "kind", "case when n % 20 = 0 then 'full' else 'incremental' end",
                                "state", "case when n % 50 = 0 then 'failed' else 'succeeded' end",
                                "phase", "'retry'",
                                "finished_at", "now()"))
                .table(
                        "quarantine_entry",
                        Map.of("mapping_id", few, "run_id", few, "reason", "(array['x7', 'missing'])[1 + n % 2]"))
                .table(
                        "reconciliation",
                        Map.of(
                                "connection_id",
                                own,
                                "mapping_id",
                                few,
                                "method",
                                "'comparison'",
                                "finished_at",
                                "now()"))
                .table("schema_change", Map.of("connection_id", own, "kind", "'added'", "object_name", "'x' || n % 20"))
                .table("owner_link", Map.of("connection_id", own))
                .table("audit_entry", Map.of("action", "'a' || n % 20", "sequence", "1000000 + n"))
                .values("kind", "full", "incremental")
                .values("state", "waiting", "succeeded", "failed")
                .query("/api/v1/mapping-starters", "connectionId=" + connection)
                .also("/api/v1/connections/" + connection + "/schema-changes")
                .also("/api/v1/connections/" + connection + "/schema-changes?object=x7")
                .also("/api/v1/connections/" + connection + "/owner-links")
                .also("/api/v1/connections/" + connection + "/budget")
                .leaveOut("/api/v1/changes", "a stream that stays open")
                .leaveOut("/api/v1/audit-trail/verification", "walks the whole chain, which is what it is for");

        assertThat(scans.findings()).isEmpty();
        assertThat(scans.asked()).isGreaterThan(25);
    }
}
