package dev.minori.playbook.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.minori.playbook.text.LocalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One object of a document. Reading notes what is wrong in {@link #errors()} and goes on with a stand-in, so that all
 * errors are found; whoever reads a document calls {@link DocumentErrors#throwIfAny()} before using what was read.
 */
public final class DocumentNode {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final int MAX_TEXT = 2_000;

    private final JsonNode node;
    private final String pointer;
    private final DocumentErrors errors;

    DocumentNode(JsonNode node, String pointer, DocumentErrors errors) {
        this.node = node;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** Where this object stands in the document, as JSON pointer. */
    public String pointer() {
        return pointer;
    }

    public DocumentErrors errors() {
        return errors;
    }

    /** The names of the object's fields. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Notes every field that is not one of these: a typing error must not be silently ignored. */
    public void allow(String... allowed) {
        for (String name : names()) {
            if (!List.of(allowed).contains(name)) {
                errors.add(
                        at(name),
                        "unknown-field",
                        "「%s」という項目はありません。使える項目: %s".formatted(name, String.join(", ", allowed)),
                        "There is no field '%s' here. Known: %s.".formatted(name, String.join(", ", allowed)));
            }
        }
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** A field that is an object. */
    public DocumentNode object(String name) {
        JsonNode child = node.path(name);
        if (!child.isObject()) {
            note(name, child, "object", "項目の集まり", "an object");
            return new DocumentNode(MissingNode.getInstance(), at(name), errors);
        }
        return new DocumentNode(child, at(name), errors);
    }

    /** A field that is a list of objects; absent means empty. */
    public List<DocumentNode> objects(String name) {
        JsonNode list = node.path(name);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            note(name, list, "list", "一覧", "a list");
            return List.of();
        }
        List<DocumentNode> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String place = at(name) + "/" + i;
            if (list.get(i).isObject()) {
                items.add(new DocumentNode(list.get(i), place, errors));
            } else {
                errors.add(place, "type-mismatch", "項目の集まりにしてください。", "Must be an object.");
            }
        }
        return items;
    }

    /** A field that is a list of the given words; absent means empty. */
    public <E> List<E> words(String name, Map<String, E> words) {
        JsonNode list = node.path(name);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            note(name, list, "list", "一覧", "a list");
            return List.of();
        }
        List<E> found = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            word(at(name) + "/" + i, list.get(i), words).ifPresent(found::add);
        }
        return found.stream().distinct().toList();
    }

    /** A required field that is one of the given words. The first word stands in for an error. */
    public <E> E word(String name, Map<String, E> words) {
        return word(at(name), node.path(name), words)
                .orElseGet(() -> words.values().iterator().next());
    }

    /** A field that is one of the given words, or absent. */
    public <E> E word(String name, Map<String, E> words, E absent) {
        return has(name) ? word(name, words) : absent;
    }

    private <E> Optional<E> word(String place, JsonNode value, Map<String, E> words) {
        E found = value.isTextual() ? words.get(value.textValue()) : null;
        if (found == null) {
            String known = String.join(", ", new TreeSet<>(words.keySet()));
            errors.add(
                    place,
                    value.isMissingNode() || value.isNull() ? "required" : "unknown-word",
                    "次のどれかにしてください: " + known,
                    "Must be one of " + known + ".");
        }
        return Optional.ofNullable(found);
    }

    /** A required text of 1 to 2,000 characters. */
    public String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            note(name, value, "text", "文字列", "a text");
            return "";
        }
        if (value.textValue().length() > MAX_TEXT) {
            errors.add(at(name), "too-long", "2000文字以内にしてください。", "At most 2,000 characters.");
        }
        return value.textValue().strip();
    }

    /** A required name for machines: lower case letters, digits and hyphens, beginning with a letter. */
    public String key(String name) {
        String key = text(name);
        if (!key.isEmpty() && !KEY.matcher(key).matches()) {
            errors.add(
                    at(name),
                    "invalid-key",
                    "英小文字で始まる、英小文字・数字・ハイフンの63文字以内の名前にしてください。",
                    "Use up to 63 lower case letters, digits and hyphens, beginning with a letter.");
        }
        return key;
    }

    /** A text in both languages: {@code {ja: …, en: …}}, or one text that serves for both. */
    public LocalText localText(String name) {
        if (node.path(name).isTextual()) {
            return LocalText.same(text(name));
        }
        DocumentNode both = object(name);
        if (!both.node.isObject()) {
            return LocalText.same("");
        }
        both.allow("ja", "en");
        return new LocalText(both.text("ja"), both.text("en"));
    }

    /** Named texts; absent means none. */
    public Map<String, LocalText> localTexts(String name) {
        if (!has(name)) {
            return Map.of();
        }
        DocumentNode texts = object(name);
        Map<String, LocalText> found = new LinkedHashMap<>();
        texts.names().forEach(key -> found.put(key, texts.localText(key)));
        return found;
    }

    /** A required whole number in a range, both ends included. */
    public int number(String name, int min, int max) {
        JsonNode value = node.path(name);
        if (!value.isInt() || value.intValue() < min || value.intValue() > max) {
            errors.add(
                    at(name),
                    value.isMissingNode() ? "required" : "out-of-range",
                    "%dから%dまでの整数にしてください。".formatted(min, max),
                    "Must be a whole number from %d to %d.".formatted(min, max));
            return min;
        }
        return value.intValue();
    }

    /** A yes or no, or what absence means. */
    public boolean flag(String name, boolean absent) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isBoolean()) {
            note(name, value, "boolean", "true または false", "true or false");
        }
        return value.booleanValue();
    }

    /** Whether a field is written as plain text. */
    public boolean isText(String name) {
        return node.path(name).isTextual();
    }

    /** The document as JSON with sorted names: equal content gives equal text. */
    public String canonical() {
        return Documents.canonical(node);
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private void note(String name, JsonNode value, String kind, String ja, String en) {
        boolean absent = value.isMissingNode() || value.isNull() || (value.isTextual() && kind.equals("text"));
        errors.add(at(name), absent ? "required" : "type-mismatch", ja + "が必要です。", "Must be " + en + ".");
    }
}
