package dev.minori.sync.mapping;

import dev.minori.events.fact.FieldKind;
import java.time.Instant;
import java.time.LocalDate;

/** Reads the fixed texts of a mapping as target values. */
final class Constants {
    private Constants() {}

    /** The text as a value of the kind. Throws IllegalArgumentException or DateTimeException if it is none. */
    static Object parse(String text, FieldKind kind) {
        return switch (kind) {
            case TEXT, MEMBER -> text;
            case WHOLE_NUMBER -> Long.valueOf(text.strip());
            case BOOLEAN ->
                switch (text.strip()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("true or false, not " + text);
                };
            case DATE -> LocalDate.parse(text.strip());
            case INSTANT -> Instant.parse(text.strip());
            case MONEY -> throw new IllegalArgumentException("an amount of money comes from a field");
        };
    }
}
