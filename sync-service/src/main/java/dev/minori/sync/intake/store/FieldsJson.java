package dev.minori.sync.intake.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.sync.intake.IntakeField;
import dev.minori.sync.source.SourceType;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields as JSON in the database. */
final class FieldsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FieldsJson() {}

    static String write(Collection<IntakeField> fields) {
        ArrayNode json = MAPPER.createArrayNode();
        for (IntakeField field : fields) {
            ObjectNode entry = json.addObject().put("code", field.code()).put("label", field.label());
            put(entry, "declared", field.declared());
            put(entry, "seen", field.seen());
        }
        return json.toString();
    }

    static SortedMap<String, IntakeField> read(String text) {
        SortedMap<String, IntakeField> fields = new TreeMap<>();
        try {
            for (JsonNode entry : MAPPER.readTree(text)) {
                IntakeField field = new IntakeField(
                        entry.path("code").asText(),
                        entry.path("label").asText(),
                        type(entry, "declared"),
                        type(entry, "seen"));
                fields.put(field.code(), field);
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored fields are JSON", broken);
        }
        return fields;
    }

    private static void put(ObjectNode entry, String name, @Nullable SourceType type) {
        if (type != null) {
            entry.put(name, type.name());
        }
    }

    private static @Nullable SourceType type(JsonNode entry, String name) {
        return entry.has(name) ? SourceType.valueOf(entry.path(name).asText()) : null;
    }
}
