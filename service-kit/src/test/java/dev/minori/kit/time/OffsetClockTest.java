package dev.minori.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.profile.Profile;
import dev.minori.kit.testing.FrozenClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffsetClockTest {
    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    private Path directory;

    @Test
    void followsTheFileWhileItRuns() throws IOException {
        Path file = directory.resolve("clock-offset");
        Clock clock = clock(file);
        assertThat(clock.instant()).isEqualTo(NOON);

        Files.writeString(file, "P3D\n");
        pass(Duration.ofMillis(200));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(3)));
        Files.writeString(file, "P4D\n");
        pass(Duration.ofMillis(200));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(4)));
        assertThat(clock.millis()).isEqualTo(NOON.plus(Duration.ofDays(4)).toEpochMilli());
        Files.delete(file);
        pass(Duration.ofMillis(200));
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void readsTheFileFiveTimesASecondAtMost() throws IOException {
        Path file = Files.writeString(directory.resolve("clock-offset"), "P3D");
        Clock clock = clock(file);
        Files.writeString(file, "P4D");
        pass(Duration.ofMillis(199));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(3)));
        pass(Duration.ofMillis(1));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(4)));
    }

    @Test
    void nonsenseLeavesTheLastGoodOffset() throws IOException {
        Path file = Files.writeString(directory.resolve("clock-offset"), "PT90M");
        Clock clock = clock(file);
        Files.writeString(file, "三日後");
        pass(Duration.ofSeconds(1));
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

    private Clock clock(Path file) {
        return new OffsetClock(FrozenClock.at("2026-04-01T03:00:00Z"), file, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
