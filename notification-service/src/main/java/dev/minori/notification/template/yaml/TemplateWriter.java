package dev.minori.notification.template.yaml;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.notification.template.MessageLanguage;
import dev.minori.notification.template.TemplateBlock;
import dev.minori.notification.template.TemplateDocument;
import dev.minori.notification.template.TemplateText;
import dev.minori.notification.template.TemplateVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a document as the tree that {@link TemplateReader} reads, always in the same order. */
final class TemplateWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TemplateWriter() {}

    static ObjectNode write(TemplateDocument document) {
        ObjectNode root = NODES.objectNode().put("key", document.key());
        ObjectNode name = root.putObject("name");
        ArrayNode variables = root.putArray("variables");
        ObjectNode texts = root.putObject("texts");
        for (TemplateVariable variable : document.variables()) {
            variables
                    .addObject()
                    .put("name", variable.name())
                    .put("kind", variable.kind().code())
                    .put("required", variable.required())
                    .put("sample", variable.sample());
        }
        for (MessageLanguage language : MessageLanguage.values()) {
            name.put(language.code(), document.name().get(language));
            texts.set(language.code(), write(document.text(language)));
        }
        return root;
    }

    private static ObjectNode write(TemplateText text) {
        ObjectNode node = NODES.objectNode().put("subject", text.subject());
        ArrayNode blocks = node.putArray("blocks");
        text.blocks().forEach(block -> blocks.add(write(block)));
        return node;
    }

    private static ObjectNode write(TemplateBlock block) {
        ObjectNode node = NODES.objectNode();
        switch (block) {
            case TemplateBlock.Heading heading -> node.put("heading", heading.text());
            case TemplateBlock.Paragraph paragraph -> node.put("text", paragraph.text());
            case TemplateBlock.Quote quote -> node.put("quote", quote.text());
            case TemplateBlock.Facts facts -> writeFacts(node.putArray("facts"), facts.facts());
            case TemplateBlock.Button button ->
                node.putObject("button").put("label", button.label()).put("link", button.link());
        }
        @Nullable String when = block.when();
        return when == null ? node : node.put("when", when);
    }

    private static void writeFacts(ArrayNode rows, List<TemplateBlock.Fact> facts) {
        facts.forEach(fact -> rows.addObject().put("label", fact.label()).put("value", fact.value()));
    }
}
