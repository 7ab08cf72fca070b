package dev.minori.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schemas on file: made from the records, and true of every golden message. */
class SchemaTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");

    private final JsonMapper mapper = Contracts.mapper();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig strict =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    @Test
    void schemasOnFileAreThoseOfTheRecords() throws IOException {
        Map<String, ObjectNode> expected = new TreeMap<>();
        expected.put("envelope", SchemaWriter.envelope());
        Contracts.eventTypes().forEach((type, record) -> expected.put(type, SchemaWriter.event(type, record)));
        if (Boolean.getBoolean("contracts.write")) {
            for (Map.Entry<String, ObjectNode> schema : expected.entrySet()) {
                Files.writeString(file(schema.getKey()), schema.getValue().toPrettyString() + "\n");
            }
        }
        for (Map.Entry<String, ObjectNode> schema : expected.entrySet()) {
            assertThat(Files.exists(file(schema.getKey())))
                    .as("%s has no schema; write it with -Dcontracts.write=true", schema.getKey())
                    .isTrue();
            assertThat(mapper.readTree(Files.readString(file(schema.getKey()))))
                    .as("schema of %s; write it anew with -Dcontracts.write=true", schema.getKey())
                    .isEqualTo(schema.getValue());
        }
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", "")))
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
        }
    }

    @Test
    void everyGoldenMessageFitsItsSchema() throws IOException {
        JsonSchema envelope = schema("envelope");
        for (Path file : Contracts.goldenFiles()) {
            JsonNode golden = mapper.readTree(Files.readString(file));
            assertThat(envelope.validate(golden)).as(file.toString()).isEmpty();
            assertThat(schema(golden.at("/event/type").textValue()).validate(golden.get("event")))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void schemasRefuseWhatAReaderWouldRefuse() throws IOException {
        Path golden = Contracts.GOLDEN.resolve("delivery-changed.v1/failed.json");
        JsonSchema schema = schema("delivery-changed.v1");
        for (String broken : List.of(
                "{\"deliveryId\":null}",
                "{\"deliveryId\":\"not an id\"}",
                "{\"state\":\"exploded\"}",
                "{\"attempts\":\"one\"}",
                "{\"at\":\"2026-04-01\"}")) {
            ObjectNode event =
                    (ObjectNode) mapper.readTree(Files.readString(golden)).get("event");
            event.setAll((ObjectNode) mapper.readTree(broken));
            assertThat(schema.validate(event)).as(broken).isNotEmpty();
        }
        ObjectNode incomplete =
                (ObjectNode) mapper.readTree(Files.readString(golden)).get("event");
        incomplete.remove("memberId");
        assertThat(schema.validate(incomplete)).isNotEmpty();
    }

    private JsonSchema schema(String name) throws IOException {
        return factory.getSchema(Files.readString(file(name)), strict);
    }

    private static Path file(String name) {
        return SCHEMAS.resolve(name + ".json");
    }
}
