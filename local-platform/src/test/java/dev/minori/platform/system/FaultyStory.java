package dev.minori.platform.system;

import dev.minori.platform.demo.DemoStory;
import dev.minori.platform.demo.DemoStory.Outcome;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The story of {@code ./minori demo} in which parts come to harm, and its judgement: the same result as undisturbed. */
final class FaultyStory {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private FaultyStory() {}

    /** Plays the story, judges what it left, and tells who took part. */
    static Outcome playAndJudge(LocalPlatform platform, List<? extends Fault> faults) {
        AtomicReference<List<? extends Fault>> left = new AtomicReference<>(faults);
        List<CompletableFuture<Void>> struck = new CopyOnWriteArrayList<>();
        DemoStory story = new DemoStory(platform.endpoints(), platform.clock(), ZONE, line -> {
            Journal.write(line);
            left.get().stream()
                    .filter(fault -> line.contains(fault.line()))
                    .findFirst()
                    .ifPresent(fault -> {
                        left.updateAndGet(all ->
                                all.stream().filter(other -> other != fault).toList());
                        struck.add(CompletableFuture.runAsync(
                                () -> fault.strike(platform),
                                CompletableFuture.delayedExecutor(fault.delayMillis(), TimeUnit.MILLISECONDS)));
                    });
        });
        try {
            Outcome outcome = story.play();
            struck.forEach(CompletableFuture::join);
            if (!left.get().isEmpty()) {
                throw new AssertionError("never came to " + left.get());
            }
            new StoryJudge(new Api(platform.endpoints())).judge(outcome);
            return outcome;
        } catch (AssertionError | RuntimeException wrong) {
            Journal.write("  ✗ " + wrong);
            throw wrong;
        }
    }
}
