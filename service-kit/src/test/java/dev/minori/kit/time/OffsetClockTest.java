package dev.minori.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.kit.profile.Profile;
import dev.minori.kit.testing.FrozenClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffsetClockTest {
    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void followsTheFileWhileItRuns() throws IOException {
        Path file = directory.resolve("clock-offset");
        Clock clock = new OffsetClock(FrozenClock.at("2026-04-01T03:00:00Z"), file);
        assertThat(clock.instant()).isEqualTo(NOON);

        Files.writeString(file, "P3D\n");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(3))));
        Files.writeString(file, "P4D\n");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(4))));
        assertThat(clock.millis()).isEqualTo(NOON.plus(Duration.ofDays(4)).toEpochMilli());
        Files.delete(file);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(clock.instant()).isEqualTo(NOON));
    }

    @Test
    void nonsenseLeavesTheLastGoodOffset() throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("clock-offset"), "PT90M");
        Clock clock = new OffsetClock(FrozenClock.at("2026-04-01T03:00:00Z"), file);
        Files.writeString(file, "三日後");
        Thread.sleep(500);
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(90)));
    }

    @Test
    void productionIgnoresTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("clock-offset"), "PT7200H");
        Clock clock = new ClockProducer().clock(Profile.PRODUCTION, Optional.of(file.toString()));
        assertThat(clock.instant()).isBefore(Clock.systemUTC().instant().plus(Duration.ofDays(1)));
        Clock local = new ClockProducer().clock(Profile.LOCAL, Optional.of(file.toString()));
        assertThat(local.instant()).isAfter(Clock.systemUTC().instant().plus(Duration.ofDays(299)));
    }
}
