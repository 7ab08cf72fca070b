package dev.minori.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.testing.SyncComponentTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose turn it is. Long ago, where no other run of this database waits, and undone afterwards. */
@SyncComponentTest
class RunQueueComponentTest {
    private static final Instant THEN = Instant.parse("2001-01-01T00:00:00Z");
    private static final int CUSTOMERS = 0;
    private static final int OTHERS = 1;

    @Inject
    RunQueue queue;

    @Inject
    Transactions transactions;

    private final UUID connection = UUID.randomUUID();

    @Test
    void whatIsRequestedTogetherWaitsForTheCustomers() {
        undone(() -> {
            add(OTHERS, "EmailMessage", THEN);
            UUID customers = add(CUSTOMERS, "Account", THEN.plusMillis(20));

            assertThat(claims(THEN.plusSeconds(1))).containsExactly(customers);
            assertThat(claims(THEN.plusSeconds(30)))
                    .as("while the customers are read")
                    .isEmpty();
        });
    }

    @Test
    void customersThatAreReadAgainAndAgainKeepNobodyWaiting() {
        undone(() -> {
            UUID mails = add(OTHERS, "EmailMessage", THEN);
            UUID customersAgain = add(CUSTOMERS, "Account", THEN.plusSeconds(10));

            assertThat(claims(THEN.plusSeconds(20))).containsExactly(mails, customersAgain);
        });
    }

    @Test
    void whoWaitsLongestIsFirst() {
        undone(() -> {
            UUID later = add(UUID.randomUUID(), OTHERS, "Case", THEN.plusSeconds(10));
            UUID customers = add(UUID.randomUUID(), CUSTOMERS, "Account", THEN.plusSeconds(20));
            UUID first = add(UUID.randomUUID(), OTHERS, "EmailMessage", THEN);

            assertThat(claims(THEN.plusSeconds(60))).containsExactly(first, later, customers);
        });
    }

    private UUID add(int rank, String object, Instant wanted) {
        return add(connection, rank, object, wanted);
    }

    private UUID add(UUID place, int rank, String object, Instant wanted) {
        UUID run = UUID.randomUUID();
        queue.add(new RunQueue.Entry(UUID.randomUUID(), place, object, rank), run, false, wanted);
        return run;
    }

    private List<UUID> claims(Instant now) {
        List<UUID> claimed = new ArrayList<>();
        Optional<RunTicket> next = queue.claim(UUID.randomUUID(), now, true);
        while (next.isPresent()) {
            claimed.add(next.get().runId());
            next = queue.claim(UUID.randomUUID(), now, true);
        }
        return claimed;
    }

    private void undone(Runnable scene) {
        WorkspaceContext.run(UUID.randomUUID(), () -> {
            try {
                transactions.run(() -> {
                    scene.run();
                    throw new Undone();
                });
            } catch (Undone _) {
                // As wanted.
            }
        });
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
