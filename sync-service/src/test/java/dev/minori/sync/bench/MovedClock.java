package dev.minori.sync.bench;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The service's clock goes by a file that the measurement writes. */
public final class MovedClock implements QuarkusTestProfile {
    private static final Path OFFSET = Path.of("target", "bench-clock-offset").toAbsolutePath();

    @Override
    public Map<String, String> getConfigOverrides() {
        move(Duration.ZERO);
        return Map.of("minori.clock-offset-file", OFFSET.toString(), "minori.sync.tick", "0.25s");
    }

    static void move(Duration offset) {
        try {
            Files.createDirectories(OFFSET.getParent());
            Files.writeString(OFFSET, offset.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
