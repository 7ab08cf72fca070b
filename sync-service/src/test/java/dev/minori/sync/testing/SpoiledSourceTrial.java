package dev.minori.sync.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.run.Saboteur;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A workspace that reads Salesforce through somebody who may spoil what it answers. */
public abstract class SpoiledSourceTrial {
    protected static final Duration PATIENCE = Duration.ofSeconds(120);

    protected final UUID workspace = UUID.randomUUID();
    protected final UUID connection = UUID.randomUUID();
    protected final UUID accounts = UUID.randomUUID();
    protected final UUID usage = UUID.randomUUID();
    protected final Workbench bench = new Workbench(workspace);
    protected Tampering source;

    @ConfigProperty(name = "test.salesforce.url")
    protected String salesforce;

    @BeforeEach
    void open() {
        source = new Tampering(salesforce);
        bench.createWorkspace("株式会社とまらない");
        bench.connectSalesforce(connection, source.url(), "minori-demo");
    }

    @AfterEach
    void repair() {
        Saboteur.set(_ -> {});
        source.close();
        Inspection.update("delete from run_ticket where workspace_id = ?", workspace);
        Inspection.update("delete from outbox_message where workspace_id = ?", workspace);
    }

    protected final void loadAccounts() {
        bench.publish(accounts, "salesforce-account.yaml");
        assertThat(bench.firstRun(accounts).getLong("counts.added")).isEqualTo(300);
    }

    protected final void assertWholeUsage(JsonPath run) {
        long total = run.getLong("counts.read");
        assertThat(total).as(run.prettify()).isGreaterThan(5_000);
        assertThat(run.getLong("counts.rejected")).isEqualTo(2);
        assertThat(run.getLong("counts.added")).as(run.prettify()).isEqualTo(total - 2);
        assertThat(run.getLong("counts.removed")).isZero();
        assertThat(Inspection.texts(
                        "select count(*) from raw_record where workspace_id = ? and object_name = 'DailyUsage__c'"
                                + " and not deleted",
                        workspace))
                .containsExactly(String.valueOf(total));
        assertThat(Workbench.factsToldBy(run.getString("id")))
                .hasSize((int) (total - 2))
                .doesNotHaveDuplicates();
    }
}
