package dev.minori.platform.system;

import dev.minori.platform.demo.DemoStory;
import dev.minori.platform.demo.DemoStory.Outcome;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The story of {@code ./minori demo} in which parts are killed, and its judgement: the same result as undisturbed. */
final class FaultyStory {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private FaultyStory() {}

    /**
     * Kills a part when the story comes to a point.
     *
     * @param line part of the line the story prints there
     * @param delayMillis how long after it
     */
    record Kill(String line, String part, int delayMillis) {}

    /** Plays the story and judges what it left. */
    static void playAndJudge(LocalPlatform platform, List<Kill> kills) {
        AtomicReference<List<Kill>> left = new AtomicReference<>(kills);
        List<CompletableFuture<Void>> killed = new CopyOnWriteArrayList<>();
        DemoStory story = new DemoStory(platform.endpoints(), platform.clock(), ZONE, line -> {
            Journal.write(line);
            left.get().stream()
                    .filter(kill -> line.contains(kill.line()))
                    .findFirst()
                    .ifPresent(kill -> {
                        left.updateAndGet(all ->
                                all.stream().filter(other -> other != kill).toList());
                        killed.add(CompletableFuture.runAsync(
                                () -> {
                                    Journal.write("    kill -9 " + kill.part());
                                    platform.kill(kill.part());
                                },
                                CompletableFuture.delayedExecutor(kill.delayMillis(), TimeUnit.MILLISECONDS)));
                    });
        });
        try {
            Outcome outcome = story.play();
            killed.forEach(CompletableFuture::join);
            if (!left.get().isEmpty()) {
                throw new AssertionError("never came to " + left.get());
            }
            new StoryJudge(new Api(platform.endpoints())).judge(outcome);
        } catch (AssertionError | RuntimeException wrong) {
            Journal.write("  ✗ " + wrong);
            throw wrong;
        }
    }
}
