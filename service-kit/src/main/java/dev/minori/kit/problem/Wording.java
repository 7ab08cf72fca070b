package dev.minori.kit.problem;

/** A sentence for people, in both languages the API speaks. */
public record Wording(String ja, String en) {

    /** A text that is the same in every language: a name, a formula, a message of another system. */
    public static Wording same(String text) {
        return new Wording(text, text);
    }

    /** The sentence in one of the two languages. */
    public String in(Language language) {
        return switch (language) {
            case JA -> ja;
            case EN -> en;
        };
    }
}
