package dev.minori.playbook.alert;

import dev.minori.playbook.text.LocalText;
import java.util.Locale;

/** How much an alert matters. */
public enum Severity {
    HIGH,
    MEDIUM,
    LOW;

    /** The word for a person. */
    public LocalText text() {
        return switch (this) {
            case HIGH -> new LocalText("高", "High");
            case MEDIUM -> new LocalText("中", "Medium");
            case LOW -> new LocalText("低", "Low");
        };
    }

    /** The name in documents, database and JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity called so. Throws IllegalArgumentException for any other name. */
    public static Severity of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
