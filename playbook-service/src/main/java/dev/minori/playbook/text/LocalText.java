package dev.minori.playbook.text;

import java.util.Locale;

/** A text in both languages of the product. */
public record LocalText(String ja, String en) {

    /** The same words in both languages. */
    public static LocalText same(String text) {
        return new LocalText(text, text);
    }

    /** The text for a reader of this language; anything but {@code en} reads Japanese. */
    public String in(String language) {
        return "en".equals(language) ? en : ja;
    }

    /** Both texts with their placeholders filled. */
    public LocalText fill(Placeholders values) {
        return new LocalText(values.fill(ja, Locale.JAPANESE), values.fill(en, Locale.ENGLISH));
    }
}
