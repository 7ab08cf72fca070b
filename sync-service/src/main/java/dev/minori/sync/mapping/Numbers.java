package dev.minori.sync.mapping;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Reads numbers as people type them: full-width digits, thousands separators, △ or ▲ before a negative amount. What is
 * not plainly one number is refused: {@code 1,2} is neither 12 nor 1.2.
 */
final class Numbers {
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern CURRENCY_BEFORE = Pattern.compile("^([+-]?)[¥$€£]\\s*");
    private static final Pattern CURRENCY_BEHIND = Pattern.compile("\\s*円$");

    /** As for values that a source types itself; 1e999999999 would otherwise fill the memory when it is rounded. */
    private static final int MAX_DIGITS = 38;

    private Numbers() {}

    /** The number. Throws NumberFormatException. */
    static BigDecimal parse(String text) {
        return plain(folded(text));
    }

    /** The number of an amount of money that may carry its currency's sign. Throws NumberFormatException. */
    static BigDecimal parseAmount(String text) {
        String amount = CURRENCY_BEFORE.matcher(folded(text)).replaceFirst("$1");
        return plain(CURRENCY_BEHIND.matcher(amount).replaceFirst(""));
    }

    private static String folded(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace('\u2212', '-');
        return folded.startsWith("△") || folded.startsWith("▲")
                ? "-" + folded.substring(1).strip()
                : folded;
    }

    private static BigDecimal plain(String text) {
        BigDecimal number = new BigDecimal(GROUPED.matcher(text).matches() ? text.replace(",", "") : text);
        if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS || number.scale() > MAX_DIGITS) {
            throw new NumberFormatException(text);
        }
        return number;
    }
}
