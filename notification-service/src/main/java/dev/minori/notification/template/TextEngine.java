package dev.minori.notification.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills values into a short text. It can name values and choose between two wordings, nothing else. */
public interface TextEngine {
    /**
     * What is wrong with a text, empty if nothing is.
     *
     * @param known the names it may use
     */
    Optional<String> problemOf(String text, Set<String> known);

    /**
     * The text with its values.
     *
     * @param values every known name, empty where there is no value
     * @param maxChars what is longer is cut
     */
    String fill(String text, Map<String, String> values, int maxChars);
}
