package dev.minori.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.events.Lane;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneGateTest {
    private final LaneGate gate = new LaneGate();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch liveRuns = new CountDownLatch(1);
    private final CountDownLatch liveMayEnd = new CountDownLatch(1);

    @AfterEach
    void stop() {
        liveMayEnd.countDown();
        threads.shutdownNow();
    }

    @Test
    void bulkBeginsOnlyWhenTheLiveMessageIsDone() throws Exception {
        AtomicBoolean liveDone = new AtomicBoolean();
        CompletableFuture<Void> live = startLive(() -> liveDone.set(true));

        CompletableFuture<Boolean> bulk = CompletableFuture.supplyAsync(
                () -> {
                    boolean[] seen = new boolean[1];
                    gate.pass(Lane.BULK, () -> seen[0] = liveDone.get());
                    return seen[0];
                },
                threads);
        assertThatThrownBy(() -> bulk.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        liveMayEnd.countDown();

        live.get(30, TimeUnit.SECONDS);
        assertThat(bulk.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aLongLiveMessageDoesNotStarveBulk() throws Exception {
        CompletableFuture<Void> live = startLive(() -> {});

        CompletableFuture.runAsync(() -> gate.pass(Lane.BULK, () -> {}), threads)
                .get(30, TimeUnit.SECONDS);

        assertThat(live).isNotDone();
    }

    @Test
    void liveMessagesDoNotWaitForEachOther() throws Exception {
        CompletableFuture<Void> live = startLive(() -> {});

        CompletableFuture.runAsync(() -> gate.pass(Lane.LIVE, () -> {}), threads)
                .get(30, TimeUnit.SECONDS);

        assertThat(live).isNotDone();
    }

    private CompletableFuture<Void> startLive(Runnable atEnd) throws InterruptedException {
        CompletableFuture<Void> live = CompletableFuture.runAsync(
                () -> gate.pass(Lane.LIVE, () -> {
                    liveRuns.countDown();
                    try {
                        liveMayEnd.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    atEnd.run();
                }),
                threads);
        assertThat(liveRuns.await(30, TimeUnit.SECONDS)).isTrue();
        return live;
    }
}
