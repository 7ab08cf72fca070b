package dev.minori.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.testing.NotificationSurroundings;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms take one message a second, over all pods; what waits for them keeps nothing else waiting and is not lost. */
@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class PaceComponentTest {
    private static final String DISPATCH = "dispatch";

    @Inject
    Scheduler scheduler;

    @Inject
    DispatchQueue queue;

    @Inject
    Clock clock;

    @Inject
    UserTransaction transaction;

    private final UUID workspace = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @BeforeEach
    void takeOverFromTheSchedule() {
        scheduler.pause(DISPATCH);
    }

    @AfterEach
    void giveBack() {
        scheduler.resume(DISPATCH);
    }

    @Test
    void aRoomGetsOneMessageASecondInOrderAndNobodyElseWaits() {
        List<UUID> posts = List.of(add(room), add(room), add(room));
        UUID elsewhere = add(UUID.randomUUID());
        UUID mail = add(null);

        long begin = System.nanoTime();
        assertThat(claim()).contains(posts.getFirst(), elsewhere, mail).doesNotContain(posts.get(1), posts.get(2));

        List<UUID> later = new ArrayList<>();
        await("the others").atMost(Duration.ofSeconds(60)).until(() -> {
            later.addAll(claim());
            return later.containsAll(posts.subList(1, 3));
        });
        assertThat(later.stream().filter(posts::contains)).containsExactly(posts.get(1), posts.get(2));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void podsThatLookAtOnceTakeOneMessageOfARoomTogether() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            add(room);
        }
        List<UUID> taken = Collections.synchronizedList(new ArrayList<>());
        List<Thread> pods = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pods.add(Thread.ofVirtual().start(() -> taken.addAll(claim())));
        }
        for (Thread pod : pods) {
            pod.join();
        }

        assertThat(taken).hasSize(1);
    }

    @Test
    void aRoomThatAsksForAPauseGetsIt() {
        UUID post = add(room);

        inWorkspace(() -> queue.rest(room, Duration.ofHours(1)));

        assertThat(claim()).doesNotContain(post);
    }

    private UUID add(@Nullable UUID to) {
        UUID delivery = UUID.randomUUID();
        inWorkspace(() -> queue.add(delivery, to, clock.instant()));
        return delivery;
    }

    /** What one pod takes of this test's workspace. */
    private List<UUID> claim() {
        return queue.claim(1_000, clock.instant().plusSeconds(1), AttemptService.LEASE).stream()
                .filter(claim -> claim.workspaceId().equals(workspace))
                .map(Claim::deliveryId)
                .toList();
    }

    private void inWorkspace(Runnable work) {
        WorkspaceContext.run(workspace, () -> {
            try {
                transaction.begin();
                work.run();
                transaction.commit();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
