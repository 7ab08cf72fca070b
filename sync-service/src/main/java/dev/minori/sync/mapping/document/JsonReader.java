package dev.minori.sync.mapping.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object and notes every mistake at its place. */
final class JsonReader {
    private static final int MAX_SCALE = 50;

    private final JsonNode node;
    private final String pointer;
    private final List<FieldError> errors;

    JsonReader(JsonNode node, String pointer, List<FieldError> errors) {
        this.node = node;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** Notes every member that is not among the known ones. */
    JsonReader allowing(String... known) {
        if (!node.isObject()) {
            error("", "object-expected", "オブジェクトが必要です。", "An object is needed.");
            return this;
        }
        Set<String> names = Set.of(known);
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                error(
                        "/" + name,
                        "unknown-property",
                        "「" + name + "」という項目はありません。",
                        "There is no property " + name + ".");
            }
        });
        return this;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** A text that must be there; empty after noting a mistake. */
    String text(String name) {
        String text = findText(name);
        if (text == null) {
            error("/" + name, "required", "「" + name + "」は必須です。", name + " is required.");
            return "";
        }
        return text;
    }

    @Nullable
    String findText(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            error("/" + name, "text-expected", "文字列が必要です。", "A text is needed.");
            return null;
        }
        String text = value.asText();
        return text.isBlank() ? null : text;
    }

    @Nullable
    BigDecimal findNumber(String name) {
        String text = findText(name);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            if (Math.abs((long) number.scale()) < MAX_SCALE) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        error("/" + name, "number-expected", "数値が必要です。", "A number is needed.");
        return null;
    }

    /** A text in which blanks count. */
    @Nullable
    String findRaw(String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode list = node.path(name);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            error("/" + name, "list-expected", "リストが必要です。", "A list is needed.");
        }
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new HashMap<>();
        JsonNode object = node.path(name);
        if (!object.isMissingNode() && !object.isNull() && !object.isObject()) {
            error("/" + name, "object-expected", "オブジェクトが必要です。", "An object is needed.");
        }
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    JsonReader object(String name) {
        return new JsonReader(node.path(name), pointer + "/" + name, errors);
    }

    List<JsonReader> objects(String name) {
        List<JsonReader> objects = new ArrayList<>();
        JsonNode list = node.path(name);
        if (!list.isArray()) {
            error("/" + name, "list-expected", "リストが必要です。", "A list is needed.");
        }
        for (int i = 0; i < list.size(); i++) {
            objects.add(new JsonReader(list.get(i), pointer + "/" + name + "/" + i, errors));
        }
        return objects;
    }

    void error(String at, String code, String ja, String en) {
        errors.add(new FieldError(pointer + at, code, new Wording(ja, en)));
    }
}
