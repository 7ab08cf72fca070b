package dev.minori.platform.system;

import dev.minori.platform.system.Fault.Kill;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story with each part killed at moments that a seed chooses, again and again. */
@EnabledIfSystemProperty(named = "minori.test.long", matches = "true")
class KillMatrixIT {
    private static final int LONGEST_DELAY_MILLIS = 6_000;

    @TempDir
    private Path state;

    @ParameterizedTest
    @ValueSource(strings = {"sync-service", "scoring-service", "playbook-service", "notification-service", "kafka"})
    void killingAPartAtAnyMomentChangesNothing(String part) throws Exception {
        int seeds = Integer.getInteger("minori.test.seeds", 1);
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(31L * part.hashCode() + seed);
            Path data = state.resolve("seed-" + seed);
            try (LocalPlatform platform = LocalPlatform.up(data, LocalPlatform.freePorts())) {
                platform.awaitReady();
                // As facts flow, as alerts and mails do, and in the playbook's wait.
                for (String moment : List.of("In Minori:", "playbook:", "in Minori:")) {
                    FaultyStory.playAndJudge(
                            platform, List.of(new Kill(moment, part, random.nextInt(LONGEST_DELAY_MILLIS))));
                }
            }
        }
    }

    @Test
    void theUndisturbedStoryEndsTheSameTwice() throws Exception {
        try (LocalPlatform platform = LocalPlatform.up(state, LocalPlatform.freePorts())) {
            platform.awaitReady();
            FaultyStory.playAndJudge(platform, List.of());
            FaultyStory.playAndJudge(platform, List.of());
        }
    }
}
