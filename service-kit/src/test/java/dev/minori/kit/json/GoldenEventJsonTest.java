package dev.minori.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.events.MinoriEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The services' own mapper reads and writes the golden corpus of the contracts. */
class GoldenEventJsonTest {
    @Test
    void everyGoldenMessageIsReadAndWrittenBackEqual() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of("../event-contracts/src/test/resources/golden"))) {
            files = walk.filter(file -> file.toString().endsWith(".json")).toList();
        }
        assertThat(files).hasSizeGreaterThan(30);
        for (Path file : files) {
            byte[] golden = Files.readAllBytes(file);
            JsonNode written = EventJson.mapper().readTree(EventJson.write(EventJson.read(golden, MinoriEvent.class)));
            assertThat(written).as(file.toString()).isEqualTo(EventJson.mapper().readTree(golden));
        }
    }
}
