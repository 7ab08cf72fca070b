package dev.minori.notification.channel.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The JSON of one message. Markup in values stays text: Slack's three control characters are escaped. */
final class SlackPayload {
    /** Slack cuts longer texts by itself; better cut where we say so. */
    private static final int MAX_TEXT = 12_000;

    private SlackPayload() {}

    static String of(String subject, String text) {
        String shown = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
        return JsonNodeFactory.instance
                .objectNode()
                .put("text", "*" + escape(subject).replace("*", "＊") + "*\n" + escape(shown))
                .put("unfurl_links", false)
                .toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
