package dev.minori.simulators.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedClockTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock WALL = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void anOffsetFileMovesTheClockAndIsReadAgain() throws IOException {
        Path file = directory.resolve("clock-offset");
        SimulatedClock clock = new SimulatedClock(WALL, file);
        assertThat(clock.instant()).isEqualTo(NOON);
        Files.writeString(file, "P3D\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> clock.instant().equals(NOON.plus(Duration.ofDays(3))));
        Files.writeString(file, "PT-1H");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        await().atMost(Duration.ofSeconds(30)).until(() -> clock.instant().equals(NOON.minus(Duration.ofHours(1))));
    }

    @Test
    void aHalfWrittenFileKeepsTheLastGoodOffset() throws IOException {
        Path file = directory.resolve("clock-offset");
        Files.writeString(file, "P1D");
        SimulatedClock clock = new SimulatedClock(WALL, file);
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(1));
        Files.writeString(file, "P2");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void theControlDoorsOffsetComesOnTop() {
        SimulatedClock clock = new SimulatedClock(WALL, null);
        clock.shift(Duration.ofHours(5));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(5)));
        assertThat(clock.withZone(ZoneOffset.ofHours(9)).instant()).isEqualTo(clock.instant());
    }
}
