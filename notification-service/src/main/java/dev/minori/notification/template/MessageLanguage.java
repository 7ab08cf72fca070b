package dev.minori.notification.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which Minori writes to people. */
public enum MessageLanguage {
    JA("ja", Locale.JAPAN),
    EN("en", Locale.UK);

    private final String code;
    private final Locale locale;

    MessageLanguage(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** ISO 639-1 code. */
    public String code() {
        return code;
    }

    /** For dates and numbers. */
    public Locale locale() {
        return locale;
    }

    /** The language of that code, empty for one that Minori does not write. */
    public static Optional<MessageLanguage> of(String code) {
        return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
    }
}
