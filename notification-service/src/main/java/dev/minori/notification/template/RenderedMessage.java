package dev.minori.notification.template;

/**
 * A message as its reader gets it.
 *
 * @param subject one line without control characters
 * @param text plain text with line feeds
 * @param html a whole HTML document
 */
public record RenderedMessage(MessageLanguage language, String subject, String text, String html) {}
