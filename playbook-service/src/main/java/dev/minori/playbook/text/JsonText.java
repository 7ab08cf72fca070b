package dev.minori.playbook.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.minori.kit.json.EventJson;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Small structures as JSON text; columns are text because jsonb refuses some characters of other systems. */
public final class JsonText {
    private JsonText() {}

    /** The object as JSON. */
    public static String write(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A value back from its JSON. */
    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** An object of texts. */
    public static Map<String, String> readMap(String json) {
        return read(json, new TypeReference<TreeMap<String, String>>() {});
    }

    /** An object of texts, empty if there is none. */
    public static Map<String, String> readMapOrEmpty(@Nullable String json) {
        return json == null ? Map.of() : readMap(json);
    }
}
