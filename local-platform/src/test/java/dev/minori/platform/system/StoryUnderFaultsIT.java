package dev.minori.platform.system;

import dev.minori.platform.demo.DemoStory;
import dev.minori.platform.demo.DemoStory.Outcome;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story of {@code ./minori demo} while its services and the broker are killed: the same result as undisturbed. */
class StoryUnderFaultsIT {
    private static final Logger LOG = Logger.getLogger(StoryUnderFaultsIT.class.getName());
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final int LONGEST_DELAY_MILLIS = 6_000;

    @TempDir
    private Path state;

    /**
     * Kills a part when the story comes to a point.
     *
     * @param line part of the line the story prints there
     * @param delayMillis how long after it
     */
    private record Kill(String line, String part, int delayMillis) {}

    @Test
    void killingEveryServiceAndTheBrokerOnceInTheStoryChangesNothing() throws Exception {
        try (LocalPlatform platform = LocalPlatform.up(state, LocalPlatform.freePorts())) {
            platform.awaitReady();
            playAndJudge(
                    platform,
                    List.of(
                            new Kill("In Minori:", "sync-service", 300),
                            new Kill("ヘルス状態:", "scoring-service", 0),
                            new Kill("アラート:", "notification-service", 200),
                            new Kill("The playbook waits until", "playbook-service", 0),
                            new Kill("people", "kafka", 0)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync-service", "scoring-service", "playbook-service", "notification-service", "kafka"})
    @EnabledIfSystemProperty(named = "minori.test.long", matches = "true")
    void killingAPartAtAnyMomentChangesNothing(String part) throws Exception {
        int seeds = Integer.getInteger("minori.test.seeds", 1);
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(31L * part.hashCode() + seed);
            Path data = state.resolve("seed-" + seed);
            try (LocalPlatform platform = LocalPlatform.up(data, LocalPlatform.freePorts())) {
                platform.awaitReady();
                // As facts flow, as alerts and mails do, and in the playbook's wait.
                for (String moment : List.of("In Minori:", "プレイブック:", "in Minori:")) {
                    playAndJudge(platform, List.of(new Kill(moment, part, random.nextInt(LONGEST_DELAY_MILLIS))));
                }
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "minori.test.long", matches = "true")
    void theUndisturbedStoryEndsTheSameTwice() throws Exception {
        try (LocalPlatform platform = LocalPlatform.up(state, LocalPlatform.freePorts())) {
            platform.awaitReady();
            playAndJudge(platform, List.of());
            playAndJudge(platform, List.of());
        }
    }

    private static void playAndJudge(LocalPlatform platform, List<Kill> kills) {
        AtomicReference<List<Kill>> left = new AtomicReference<>(kills);
        List<CompletableFuture<Void>> killed = new CopyOnWriteArrayList<>();
        DemoStory story = new DemoStory(platform.endpoints(), platform.clock(), ZONE, line -> {
            LOG.info(line);
            left.get().stream()
                    .filter(kill -> line.contains(kill.line()))
                    .findFirst()
                    .ifPresent(kill -> {
                        left.updateAndGet(all ->
                                all.stream().filter(other -> other != kill).toList());
                        killed.add(CompletableFuture.runAsync(
                                () -> {
                                    LOG.info("    kill -9 " + kill.part());
                                    platform.kill(kill.part());
                                },
                                CompletableFuture.delayedExecutor(kill.delayMillis(), TimeUnit.MILLISECONDS)));
                    });
        });
        Outcome outcome = story.play();
        killed.forEach(CompletableFuture::join);
        if (!left.get().isEmpty()) {
            throw new AssertionError("never came to " + left.get());
        }
        new StoryJudge(new Api(platform.endpoints())).judge(outcome);
    }
}
