package dev.minori.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The golden corpus: messages as they were once written. All of them stay readable for ever; a file is added with each
 * new type or component and never changed.
 */
class GoldenTest {
    private static final Path MANIFEST = Contracts.GOLDEN.resolve("manifest.txt");
    private static final Set<String> FREE_MAPS = Set.of("data", "evidence");

    private final JsonMapper mapper = Contracts.mapper();

    @Test
    void everyGoldenFileIsReadAndWrittenBackEqual() throws IOException {
        assertThat(Contracts.goldenFiles()).isNotEmpty();
        for (Path file : Contracts.goldenFiles()) {
            JsonNode golden = mapper.readTree(Files.readString(file));
            Envelope<MinoriEvent> envelope = read(golden);
            JsonNode written = mapper.readTree(mapper.writeValueAsBytes(envelope));
            assertThat(written).as(file.toString()).isEqualTo(golden);
            String type = golden.at("/event/type").textValue();
            assertThat(file.getParent().getFileName().toString())
                    .as("the folder names the type")
                    .isEqualTo(type);
            assertThat(envelope.event().getClass())
                    .isEqualTo(Contracts.eventTypes().get(type));
        }
    }

    @Test
    void olderReaderPassesOverWhatIsNew() throws IOException {
        for (Path file : Contracts.goldenFiles()) {
            JsonNode golden = mapper.readTree(Files.readString(file));
            JsonNode newer = golden.deepCopy();
            addUnknown(newer);
            assertThat(newer).isNotEqualTo(golden);
            assertThat(read(newer)).as(file.toString()).isEqualTo(read(golden));
        }
    }

    @Test
    void everyTypeAndComponentHasAGoldenValue() throws IOException {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (Map.Entry<String, Class<?>> type : Contracts.eventTypes().entrySet()) {
            Set<String> components = new TreeSet<>();
            for (Class<?> record : Contracts.recordsOf(type.getValue())) {
                for (RecordComponent component : record.getRecordComponents()) {
                    components.add(record.getSimpleName() + "." + component.getName());
                }
            }
            missing.put(type.getKey(), components);
        }
        for (Path file : Contracts.goldenFiles()) {
            Envelope<MinoriEvent> envelope = read(mapper.readTree(Files.readString(file)));
            Set<String> stillMissing =
                    missing.get(file.getParent().getFileName().toString());
            assertThat(stillMissing).as("%s is of no known type", file).isNotNull();
            removeSeen(envelope.event(), stillMissing);
        }
        missing.values().removeIf(Set::isEmpty);
        assertThat(missing)
                .as("components that no golden file shows; write one under %s", Contracts.GOLDEN)
                .isEmpty();
    }

    /** A reader of version N-1 is still running when version N writes: old files must never be bent to fit new code. */
    @Test
    void noGoldenFileWasEverChangedOrRemoved() throws IOException, NoSuchAlgorithmException {
        StringBuilder actual = new StringBuilder();
        for (Path file : Contracts.goldenFiles()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            actual.append(HexFormat.of().formatHex(digest))
                    .append("  ")
                    .append(Contracts.GOLDEN.relativize(file).toString().replace('\\', '/'))
                    .append('\n');
        }
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(MANIFEST, actual);
        }
        assertThat(actual.toString())
                .as("add new golden files with -Dcontracts.write=true; restore one that was changed or removed")
                .isEqualTo(Files.readString(MANIFEST, StandardCharsets.UTF_8));
    }

    private Envelope<MinoriEvent> read(JsonNode json) throws IOException {
        return mapper.readerFor(mapper.getTypeFactory().constructParametricType(Envelope.class, MinoriEvent.class))
                .readValue(json);
    }

    private void addUnknown(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(property -> !FREE_MAPS.contains(property.getKey()))
                    .forEach(property -> addUnknown(property.getValue()));
            object.putObject("addedLater").put("値", 1);
        } else {
            node.forEach(this::addUnknown);
        }
    }

    private static void removeSeen(@Nullable Object value, Set<String> missing) {
        switch (value) {
            case Record written -> {
                for (RecordComponent component : written.getClass().getRecordComponents()) {
                    Object part = get(component, written);
                    if (part != null) {
                        missing.remove(written.getClass().getSimpleName() + "." + component.getName());
                        removeSeen(part, missing);
                    }
                }
            }
            case Collection<?> many -> List.copyOf(many).forEach(one -> removeSeen(one, missing));
            case null, default -> {}
        }
    }

    private static @Nullable Object get(RecordComponent component, Record written) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(written);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
