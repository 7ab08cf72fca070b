package dev.minori.notification.template.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the parts of a tree and notes what is wrong with them, so that an author sees all errors together. */
final class Faults {
    private final List<FieldError> found = new ArrayList<>();

    void add(String pointer, String code, Wording detail) {
        found.add(new FieldError(pointer, code, detail));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw JsonTemplateCodec.refused(found);
        }
    }

    /** A text that is there and not too long; the empty text after noting that it is not. */
    String text(JsonNode parent, String pointer, String field, int maxChars) {
        JsonNode node = parent.path(field);
        String at = pointer + "/" + field;
        if (node.isMissingNode() || node.isNull()) {
            add(at, "required", new Wording("入力してください。", "Is missing."));
            return "";
        }
        if (!node.isValueNode()) {
            add(at, "not-a-text", new Wording("文字列で書いてください。", "Is not a text."));
            return "";
        }
        String text = node.asText();
        if (text.length() > maxChars) {
            add(at, "too-long", new Wording(maxChars + "文字以内で書いてください。", "Is longer than " + maxChars + " characters."));
            return "";
        }
        return text;
    }

    /** A yes or no; no if it is not there. */
    boolean flag(JsonNode parent, String pointer, String field) {
        JsonNode node = parent.path(field);
        if (!node.isMissingNode() && !node.isBoolean()) {
            add(pointer + "/" + field, "not-a-boolean", new Wording("trueまたはfalseです。", "Is neither true nor false."));
        }
        return node.asBoolean(false);
    }

    /** The items of a list, empty after noting that it is not one or too long. */
    List<JsonNode> items(JsonNode node, String pointer, int max) {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            add(pointer, "not-a-list", new Wording("リストで書いてください。", "Is not a list."));
            return List.of();
        }
        if (node.size() > max) {
            add(pointer, "too-long", new Wording(max + "件以内です。", "Has more than " + max + " items."));
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }

    /** The node if it is an object, otherwise an empty place after noting so. */
    JsonNode object(JsonNode node, String pointer) {
        if (node.isObject()) {
            return node;
        }
        add(pointer, "required", new Wording("入力してください。", "Is missing."));
        return MissingNode.getInstance();
    }

    /** Notes every field that has no meaning here: mostly a misspelt one. */
    void onlyFields(JsonNode node, String pointer, String... allowed) {
        Set<String> names = Set.of(allowed);
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                add(pointer + "/" + name, "unknown-field", new Wording("この項目はありません。", "There is no such field."));
            }
        });
    }
}
