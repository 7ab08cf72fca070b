package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.erasure.ErasureService;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** An erasure whose process died before it could tell the others. */
@SyncComponentTest
class OpenErasureComponentTest {
    private static final String A_CONTACT = """
            select f.%s::text from fact_record f
            join table_mapping m on m.workspace_id = f.workspace_id and m.id = f.mapping_id
            where f.workspace_id = ? and m.dataset = 'contact' order by f.fact_id limit 1
            """;

    private final UUID workspace = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @Inject
    ErasureService erasures;

    @Test
    void isFinishedByWhoeverLooksNextAndToldOnce() {
        bench.createWorkspace("株式会社なかばすぎ");
        bench.connectSalesforce(UUID.randomUUID(), salesforce, "minori-demo");
        for (String starter : new String[] {"salesforce-account.yaml", "salesforce-contact.yaml"}) {
            UUID mapping = UUID.randomUUID();
            bench.publish(mapping, starter);
            bench.firstRun(mapping);
        }
        UUID erasure = UUID.randomUUID();
        Inspection.update(
                "insert into erasure_ticket values (?, ?, ?, ?, now() - interval '1 minute')",
                workspace,
                erasure,
                contact("customer_id"),
                contact("fact_id"));

        while (erasures.finishOne()) {
            // Other tests may have left some.
        }

        assertThat(Workbench.messages(erasure.toString()))
                .filteredOn(message -> message.at("/event/erasureId").asText().equals(erasure.toString()))
                .hasSize(1);
        assertThat(Inspection.texts(
                        "select completed_at::text from erasure where workspace_id = ? and erasure_id = ?",
                        workspace,
                        erasure))
                .hasSize(1)
                .doesNotContainNull();
        assertThat(Inspection.texts("select erasure_id::text from erasure_ticket where workspace_id = ?", workspace))
                .isEmpty();
    }

    private UUID contact(String column) {
        return UUID.fromString(
                Inspection.texts(A_CONTACT.formatted(column), workspace).getFirst());
    }
}
