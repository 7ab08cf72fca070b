package dev.minori.notification.template;

import org.jspecify.annotations.Nullable;

/**
 * A message as a short notice on a screen.
 *
 * @param title one line
 * @param text plain text with line feeds, without greeting and footer; may be empty
 * @param link console path, null if the template has no button that leads anywhere
 */
public record NoticeText(
        String title, String text, @Nullable String link) {}
