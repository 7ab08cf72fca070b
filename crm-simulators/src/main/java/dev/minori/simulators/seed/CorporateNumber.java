package dev.minori.simulators.seed;

import java.util.Locale;

/**
 * 法人番号: twelve digits behind a check digit. The base numbers start with 99, a registry office code that is not
 * given out, so that no invented company carries a real company's number.
 */
final class CorporateNumber {

    private static final long BASE = 990_000_000_000L;

    private CorporateNumber() {}

    /** The valid number of the n-th company. */
    static String of(long number) {
        String base = String.format(Locale.ROOT, "%012d", BASE + number * 37);
        return checkDigit(base) + base;
    }

    /** A number whose check digit is wrong, for the rows that are dirty on purpose. */
    static String broken(long number) {
        String valid = of(number);
        int digit = valid.charAt(0) - '0';
        return (digit % 9 + 1) + valid.substring(1);
    }

    /** Ministry of Finance ordinance: 9 − (Σ Pn·Qn mod 9), n counted from the lowest digit, Q 1 for odd and 2 for even n. */
    static int checkDigit(String twelveDigits) {
        int sum = 0;
        for (int n = 1; n <= 12; n++) {
            int digit = twelveDigits.charAt(12 - n) - '0';
            sum += digit * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }
}
