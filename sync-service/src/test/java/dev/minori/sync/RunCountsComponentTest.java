package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Tampering;
import dev.minori.sync.testing.Workbench;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run says it did and spent is what it did and spent, whatever runs beside it. */
@SyncComponentTest
class RunCountsComponentTest {
    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID contracts = UUID.randomUUID();
    private final UUID contacts = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @AfterEach
    void repair() {
        Inspection.update("delete from run_ticket where workspace_id = ?", workspace);
    }

    @Test
    void everyCallIsCountedOnceByTheRunThatMadeIt() {
        try (Tampering source = new Tampering(salesforce)) {
            bench.createWorkspace("株式会社かぞえる");
            bench.connectSalesforce(connection, source.url(), "minori-demo");
            bench.publish(contracts, "salesforce-contract.yaml");
            bench.firstRun(contracts);
            bench.publish(contacts, "salesforce-contact.yaml");
            bench.firstRun(contacts);
            long before = source.asked("");
            CountDownLatch both = new CountDownLatch(2);
            source.with((request, answer) -> {
                if (request.contains("/describe")) {
                    both.countDown();
                    meet(both);
                }
                return answer.answer();
            });

            String one = bench.request(contracts, "full");
            String other = bench.request(contacts, "full");
            long spent = bench.succeeded(one).getLong("apiCalls")
                    + bench.succeeded(other).getLong("apiCalls");

            assertThat(both.getCount()).as("they ran side by side").isZero();
            assertThat(spent).as("describing and counting cost calls too").isEqualTo(source.asked("") - before);
        }
    }

    private static void meet(CountDownLatch both) {
        try {
            assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
