package dev.minori.notification.template.qute;

import dev.minori.notification.template.TextEngine;

/** Gives tests the real engine. */
public final class TextEngineFactory {
    private TextEngineFactory() {}

    public static TextEngine create() {
        return new QuteTextEngine();
    }
}
