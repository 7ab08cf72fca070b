package dev.minori.notification.template;

import java.util.Arrays;
import java.util.Optional;

/**
 * A value that a template may use.
 *
 * @param required whether a message without it must not be sent
 * @param sample what the preview shows
 */
public record TemplateVariable(String name, Kind kind, boolean required, String sample) {

    /** How a value is read and shown. */
    public enum Kind {
        /** Words; several lines are allowed. */
        TEXT("text"),
        /** An ISO date, shown as people write it. */
        DATE("date"),
        /** A console path that starts with a slash; becomes an address of the console. Anything else is dropped. */
        LINK("link");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word in documents. */
        public String code() {
            return code;
        }

        /** The kind of that word. */
        public static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }
    }
}
