package dev.minori.notification.template.yaml;

import dev.minori.notification.template.TemplateCodec;
import dev.minori.notification.template.TextEngine;

/** Gives tests the real codec. */
public final class CodecFactory {
    private CodecFactory() {}

    public static TemplateCodec create(TextEngine engine) {
        return new JsonTemplateCodec(engine);
    }
}
