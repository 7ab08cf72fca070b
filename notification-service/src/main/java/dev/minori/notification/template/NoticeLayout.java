package dev.minori.notification.template;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The short form of a message for a screen: what it is about, and where the first button leads. */
final class NoticeLayout {
    private static final int MAX_TEXT_CHARS = 1_000;

    private NoticeLayout() {}

    /** @param consoleUrl what links begin with; the notice keeps the path behind it */
    static NoticeText of(String subject, List<TemplateBlock> blocks, String consoleUrl) {
        String text = blocks.stream()
                .filter(block -> !(block instanceof TemplateBlock.Heading) && !(block instanceof TemplateBlock.Button))
                .map(TextLayout::block)
                .collect(Collectors.joining("\n"));
        String link = blocks.stream()
                .flatMap(block ->
                        block instanceof TemplateBlock.Button button ? Stream.of(button.link()) : Stream.empty())
                .filter(url -> url.startsWith(consoleUrl + "/"))
                .map(url -> url.substring(consoleUrl.length()))
                .findFirst()
                .orElse(null);
        return new NoticeText(subject, SafeText.multiline(text, MAX_TEXT_CHARS), link);
    }
}
