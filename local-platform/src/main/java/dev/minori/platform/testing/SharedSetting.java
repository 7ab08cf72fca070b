package dev.minori.platform.testing;

import java.util.Optional;

/**
 * What the first starter in a JVM tells the later ones. System properties, not static fields: a test framework may load
 * the same class several times, each time with fields of its own.
 */
final class SharedSetting {

    private SharedSetting() {}

    static Optional<String> find(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .filter(value -> !value.isBlank());
    }

    static String share(String name, String value) {
        System.setProperty(name, value);
        return value;
    }
}
