package dev.minori.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformClockTest {
    private static final Instant NOW = Instant.parse("2026-03-31T03:00:00Z");

    @TempDir
    private Path state;

    private Path file = Path.of("");
    private PlatformClock clock = new PlatformClock(Clock.systemUTC(), file);

    @BeforeEach
    void open() {
        file = state.resolve("clock-offset");
        clock = new PlatformClock(Clock.fixed(NOW, ZoneOffset.UTC), file);
    }

    @Test
    void itIsTheMachinesTimeUntilItIsSentAhead() throws Exception {
        assertThat(clock.now()).isEqualTo(NOW);

        clock.sendTo(NOW.plus(Duration.ofDays(3)));

        assertThat(clock.now()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(Files.readString(file)).isEqualTo("PT72H\n");
        assertThat(state).isDirectoryContaining(path -> path.endsWith("clock-offset"));
    }

    @Test
    void itGoesOnFromWhereItWasSentBefore() throws Exception {
        Files.writeString(file, "PT48H\n");

        clock.sendTo(clock.now().plus(Duration.ofHours(1)));

        assertThat(Files.readString(file)).isEqualTo("PT49H\n");
    }

    @Test
    void itIsNeverSentBack() throws Exception {
        Files.writeString(file, "PT48H\n");

        assertThatThrownBy(() -> clock.sendTo(NOW.plus(Duration.ofHours(47))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is past");
        assertThat(Files.readString(file)).isEqualTo("PT48H\n");
    }
}
