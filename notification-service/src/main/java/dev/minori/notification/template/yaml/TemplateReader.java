package dev.minori.notification.template.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.problem.Wording;
import dev.minori.notification.template.MessageLanguage;
import dev.minori.notification.template.TemplateBlock;
import dev.minori.notification.template.TemplateDocument;
import dev.minori.notification.template.TemplateText;
import dev.minori.notification.template.TemplateVariable;
import dev.minori.notification.template.TextEngine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a tree into a document, or tells every fault in it at once. */
final class TemplateReader {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,59}");
    private static final int MAX_VARIABLES = 60;
    private static final int MAX_BLOCKS = 40;
    private static final int MAX_ROWS = 30;
    private static final int MAX_SUBJECT = 200;
    private static final int MAX_TEXT = 4_000;

    private final TextEngine engine;
    private final Faults faults = new Faults();

    /** The names that texts may use: the declared ones and the built-in ones. */
    private final Set<String> known = new HashSet<>(Set.of("recipientName", "workspaceName"));

    private final Set<String> links = new HashSet<>();

    TemplateReader(TextEngine engine) {
        this.engine = engine;
    }

    TemplateDocument read(JsonNode root) {
        faults.onlyFields(root, "", "key", "name", "variables", "texts");
        String key = faults.text(root, "", "key", 60);
        if (!KEY.matcher(key).matches() && !key.isEmpty()) {
            faults.add(
                    "/key",
                    "malformed",
                    new Wording("英小文字・数字・ハイフンで書いてください。", "Use lower-case letters, digits and hyphens."));
        }
        List<TemplateVariable> variables = variables(root.path("variables"));
        Map<MessageLanguage, String> name = new EnumMap<>(MessageLanguage.class);
        Map<MessageLanguage, TemplateText> texts = new EnumMap<>(MessageLanguage.class);
        for (MessageLanguage language : MessageLanguage.values()) {
            name.put(language, faults.text(root.path("name"), "/name", language.code(), 100));
            String pointer = "/texts/" + language.code();
            texts.put(language, text(faults.object(root.path("texts").path(language.code()), pointer), pointer));
        }
        faults.throwIfAny();
        return new TemplateDocument(key, name, variables, texts);
    }

    private List<TemplateVariable> variables(JsonNode nodes) {
        List<TemplateVariable> variables = new ArrayList<>();
        List<JsonNode> items = faults.items(nodes, "/variables", MAX_VARIABLES);
        for (int i = 0; i < items.size(); i++) {
            String pointer = "/variables/" + i;
            JsonNode item = items.get(i);
            faults.onlyFields(item, pointer, "name", "kind", "required", "sample");
            String name = faults.text(item, pointer, "name", 60);
            if (!name.isEmpty() && !VARIABLE.matcher(name).matches()) {
                faults.add(
                        pointer + "/name",
                        "malformed",
                        new Wording("英字で始まる英数字で書いてください。", "Use letters and digits, a letter first."));
            }
            if (!known.add(name)) {
                faults.add(
                        pointer + "/name",
                        "duplicate",
                        new Wording("同じ名前の変数があります。", "There is another variable of this name."));
            }
            TemplateVariable.Kind kind = kind(item, pointer);
            if (kind == TemplateVariable.Kind.LINK) {
                links.add(name);
            }
            variables.add(new TemplateVariable(
                    name,
                    kind,
                    faults.flag(item, pointer, "required"),
                    faults.text(item, pointer, "sample", MAX_TEXT)));
        }
        return variables;
    }

    private TemplateVariable.Kind kind(JsonNode item, String pointer) {
        String code = item.path("kind").asText("text");
        return TemplateVariable.Kind.of(code).orElseGet(() -> {
            faults.add(pointer + "/kind", "unknown", new Wording("text、date、linkのいずれかです。", "One of text, date, link."));
            return TemplateVariable.Kind.TEXT;
        });
    }

    private TemplateText text(JsonNode node, String pointer) {
        faults.onlyFields(node, pointer, "subject", "blocks");
        List<TemplateBlock> blocks = new ArrayList<>();
        List<JsonNode> items = faults.items(node.path("blocks"), pointer + "/blocks", MAX_BLOCKS);
        for (int i = 0; i < items.size(); i++) {
            blocks.add(block(items.get(i), pointer + "/blocks/" + i));
        }
        if (items.isEmpty()) {
            faults.add(pointer + "/blocks", "required", new Wording("本文がありません。", "There is no body."));
        }
        return new TemplateText(wording(node, pointer, "subject", MAX_SUBJECT), blocks);
    }

    private TemplateBlock block(JsonNode node, String pointer) {
        faults.onlyFields(node, pointer, "heading", "text", "facts", "quote", "button", "when");
        String when = when(node, pointer);
        if (node.has("heading")) {
            return new TemplateBlock.Heading(wording(node, pointer, "heading", MAX_SUBJECT), when);
        }
        if (node.has("facts")) {
            return new TemplateBlock.Facts(rows(node.path("facts"), pointer + "/facts"), when);
        }
        if (node.has("quote")) {
            return new TemplateBlock.Quote(wording(node, pointer, "quote", MAX_TEXT), when);
        }
        if (node.has("button")) {
            return button(faults.object(node.path("button"), pointer + "/button"), pointer + "/button", when);
        }
        return new TemplateBlock.Paragraph(wording(node, pointer, "text", MAX_TEXT), when);
    }

    private @Nullable String when(JsonNode node, String pointer) {
        if (!node.has("when")) {
            return null;
        }
        String name = faults.text(node, pointer, "when", 60);
        if (!known.contains(name)) {
            faults.add(
                    pointer + "/when",
                    "unknown",
                    new Wording("変数がありません: " + name, "There is no variable " + name + "."));
        }
        return name;
    }

    private List<TemplateBlock.Fact> rows(JsonNode nodes, String pointer) {
        List<TemplateBlock.Fact> rows = new ArrayList<>();
        List<JsonNode> items = faults.items(nodes, pointer, MAX_ROWS);
        for (int i = 0; i < items.size(); i++) {
            String at = pointer + "/" + i;
            faults.onlyFields(items.get(i), at, "label", "value");
            rows.add(new TemplateBlock.Fact(
                    wording(items.get(i), at, "label", MAX_SUBJECT), wording(items.get(i), at, "value", MAX_TEXT)));
        }
        return rows;
    }

    private TemplateBlock button(JsonNode node, String pointer, @Nullable String when) {
        faults.onlyFields(node, pointer, "label", "link");
        String link = faults.text(node, pointer, "link", 60);
        if (!link.isEmpty() && !links.contains(link)) {
            faults.add(
                    pointer + "/link", "unknown", new Wording("種類がlinkの変数名を書いてください。", "Name a variable of kind link."));
        }
        return new TemplateBlock.Button(wording(node, pointer, "label", MAX_SUBJECT), link, when);
    }

    private String wording(JsonNode node, String pointer, String field, int maxChars) {
        String text = faults.text(node, pointer, field, maxChars);
        engine.problemOf(text, known)
                .ifPresent(problem -> faults.add(
                        pointer + "/" + field, "unreadable", new Wording("差し込みの書き方に誤りがあります: " + problem, problem)));
        return text;
    }
}
