package dev.minori.kit.problem;

import java.util.List;
import java.util.Locale;

/** The languages of titles and details. */
public enum Language {
    JA,
    EN;

    /** The first of the wanted languages that the API speaks; English if there is none. */
    public static Language preferred(List<Locale> wanted) {
        for (Locale locale : wanted) {
            switch (locale.getLanguage()) {
                case "ja" -> {
                    return JA;
                }
                case "en" -> {
                    return EN;
                }
                default -> {}
            }
        }
        return EN;
    }

    /** The language tag, for example {@code ja}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
