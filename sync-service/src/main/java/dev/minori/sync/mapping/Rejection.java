package dev.minori.sync.mapping;

import dev.minori.kit.problem.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Why a record did not become a fact.
 *
 * @param reason stable word, for example {@code unreadable-value}
 * @param field the source or target field concerned
 * @param sample the offending value
 */
public record Rejection(
        String reason, @Nullable String field, @Nullable String sample, Wording detail) {
    public static final String CUSTOMER_NOT_FOUND = "customer-not-found";
    public static final String CUSTOMER_CODE_AMBIGUOUS = "customer-code-ambiguous";

    private static final int SAMPLE_LENGTH = 200;

    public Rejection {
        sample = sample == null ? null : shown(sample);
    }

    /** A sample that can be stored and shown: control characters and half surrogates as escapes, cut when long. */
    private static String shown(String raw) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length() && text.length() < SAMPLE_LENGTH; i++) {
            char c = raw.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c) && i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1));
            if (pair) {
                text.append(c).append(raw.charAt(++i));
            } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                text.append(String.format("\\u%04X", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
