package dev.minori.notification.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Starter templates as the product ships them. */
public final class TemplateFixtures {
    private TemplateFixtures() {}

    public static String starter(String key) {
        try (InputStream in = TemplateFixtures.class.getResourceAsStream("/starter/templates/" + key + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
