package dev.minori.playbook.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for the placeholders of titles and notes: {@code {customer}}, {@code {subject}}, {@code {evidence.<name>}}.
 *
 * <p>Only names are looked up; nothing is evaluated. A placeholder without a value shows a dash, so that a missing
 * value can be seen and never looks like text.
 */
public final class Placeholders {
    /** What stands where a value is missing. */
    public static final String MISSING = "―";

    /** Longest filled text; more is cut with an ellipsis, because titles go into subjects of mails. */
    public static final int MAX_LENGTH = 2_000;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.-]{0,99})}");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Map<String, String> values;

    private Placeholders(Map<String, String> values) {
        this.values = values;
    }

    /** Values for a customer, what the signal is about, and the signal's evidence by name. */
    public static Placeholders of(String customer, String subject, Map<String, String> evidence) {
        Map<String, String> values = new TreeMap<>();
        values.put("customer", customer);
        values.put("subject", subject);
        evidence.forEach((name, value) -> values.put("evidence." + name, value));
        return new Placeholders(values);
    }

    /** The names a text asks for. */
    public static Set<String> namesIn(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Whether a name can ever have a value. */
    public static boolean isKnown(String name) {
        return name.equals("customer") || name.equals("subject") || name.startsWith("evidence.");
    }

    /** The text with every placeholder replaced; a day is written as readers of the language write it. */
    public String fill(String text, Locale language) {
        String filled = PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), language)));
        if (filled.codePointCount(0, filled.length()) <= MAX_LENGTH) {
            return filled;
        }
        return filled.substring(0, filled.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
    }

    private String value(String name, Locale language) {
        String value = oneLine(values.getOrDefault(name, MISSING));
        boolean written = language.equals(Locale.JAPANESE) && DAY.matcher(value).matches();
        return written ? value.replace('-', '/') : value;
    }

    /** Values come from other systems: a line break or NUL in one must not reach a subject line or the database. */
    private static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
