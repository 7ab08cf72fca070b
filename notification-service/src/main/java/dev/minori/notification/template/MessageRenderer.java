package dev.minori.notification.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a message: values into wording, wording into the two layouts. */
@ApplicationScoped
public class MessageRenderer {
    private static final int MAX_SUBJECT_CHARS = 200;
    private static final int MAX_LINE_CHARS = 500;
    private static final int MAX_BLOCK_CHARS = 12_000;

    private final TextEngine engine;
    private final ConsoleLinks console;

    public MessageRenderer(TextEngine engine, ConsoleLinks console) {
        this.engine = engine;
        this.console = console;
    }

    /** The message in a language. Throws {@link MissingValues} if a required value is missing. */
    public RenderedMessage render(TemplateDocument document, MessageLanguage language, MessageContext context) {
        Map<String, String> values = TemplateValues.of(document, language, context, console.baseUrl());
        TemplateText text = document.text(language);
        String subject = line(text.subject(), values, MAX_SUBJECT_CHARS);
        List<TemplateBlock> blocks = blocks(text, values);
        MessageFrame frame = new MessageFrame(
                language,
                subject,
                values.getOrDefault("recipientName", ""),
                values.getOrDefault("workspaceName", ""),
                console.baseUrl() + "/settings/notifications",
                blocks);
        return new RenderedMessage(language, subject, TextLayout.of(frame), HtmlLayout.of(frame));
    }

    /** The message as a short notice for a screen. Throws {@link MissingValues} if a required value is missing. */
    public NoticeText notice(TemplateDocument document, MessageLanguage language, MessageContext context) {
        Map<String, String> values = TemplateValues.of(document, language, context, console.baseUrl());
        TemplateText text = document.text(language);
        return NoticeLayout.of(
                line(text.subject(), values, MAX_SUBJECT_CHARS), blocks(text, values), console.baseUrl());
    }

    private List<TemplateBlock> blocks(TemplateText text, Map<String, String> values) {
        return text.blocks().stream()
                .map(block -> fill(block, values))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The message as its author sees it before anybody gets it: with the sample values. */
    public RenderedMessage preview(TemplateDocument document, MessageLanguage language, Map<String, String> data) {
        Map<String, String> merged = document.variables().stream()
                .collect(Collectors.toMap(TemplateVariable::name, TemplateVariable::sample));
        merged.putAll(data);
        return render(
                document,
                language,
                new MessageContext(
                        switch (language) {
                            case JA -> "佐藤花子";
                            case EN -> "Hanako Sato";
                        },
                        "Minori",
                        merged));
    }

    /** The block with its values, empty if it is not to appear. */
    private Optional<TemplateBlock> fill(TemplateBlock block, Map<String, String> values) {
        if (isOff(block.when(), values)) {
            return Optional.empty();
        }
        return switch (block) {
            case TemplateBlock.Heading(String text, var _) ->
                some(new TemplateBlock.Heading(line(text, values, MAX_LINE_CHARS), null), text);
            case TemplateBlock.Paragraph(String text, var _) ->
                some(new TemplateBlock.Paragraph(lines(text, values), null), text);
            case TemplateBlock.Quote(String text, var _) ->
                some(new TemplateBlock.Quote(lines(text, values), null), text);
            case TemplateBlock.Facts(List<TemplateBlock.Fact> facts, var _) -> facts(facts, values);
            case TemplateBlock.Button(String label, String link, var _) -> {
                String url = values.getOrDefault(link, "");
                yield url.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new TemplateBlock.Button(line(label, values, MAX_LINE_CHARS), url, null));
            }
        };
    }

    private static Optional<TemplateBlock> some(TemplateBlock filled, String source) {
        return source.isBlank() ? Optional.empty() : Optional.of(filled);
    }

    private Optional<TemplateBlock> facts(List<TemplateBlock.Fact> facts, Map<String, String> values) {
        List<TemplateBlock.Fact> filled = facts.stream()
                .map(fact ->
                        new TemplateBlock.Fact(line(fact.label(), values, MAX_LINE_CHARS), lines(fact.value(), values)))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
        return filled.isEmpty() ? Optional.empty() : Optional.of(new TemplateBlock.Facts(filled, null));
    }

    private static boolean isOff(@Nullable String when, Map<String, String> values) {
        return when != null && values.getOrDefault(when, "").isEmpty();
    }

    private String line(String text, Map<String, String> values, int maxChars) {
        return SafeText.singleLine(engine.fill(text, values, maxChars), maxChars);
    }

    private String lines(String text, Map<String, String> values) {
        return SafeText.multiline(engine.fill(text, values, MAX_BLOCK_CHARS), MAX_BLOCK_CHARS)
                .strip();
    }
}
