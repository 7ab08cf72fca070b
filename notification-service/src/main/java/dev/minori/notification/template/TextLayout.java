package dev.minori.notification.template;

import java.util.stream.Collectors;

/** The plain text part of a message; chat rooms get it too. */
final class TextLayout {
    private TextLayout() {}

    static String of(MessageFrame frame) {
        return body(frame) + "\n\n--\n" + frame.footer() + "\n" + frame.settingsLabel() + ": " + frame.settingsUrl()
                + "\n";
    }

    private static String body(MessageFrame frame) {
        return frame.blocks().stream().map(TextLayout::block).collect(Collectors.joining("\n\n"));
    }

    /** One block as text. */
    static String block(TemplateBlock block) {
        return switch (block) {
            case TemplateBlock.Heading heading -> "■ " + heading.text();
            case TemplateBlock.Paragraph paragraph -> paragraph.text();
            case TemplateBlock.Facts facts ->
                facts.facts().stream()
                        .map(fact -> fact.label() + ": " + fact.value().replace("\n", "\n  "))
                        .collect(Collectors.joining("\n"));
            case TemplateBlock.Quote quote ->
                quote.text().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
            case TemplateBlock.Button button -> button.label() + ":\n" + button.link();
        };
    }
}
