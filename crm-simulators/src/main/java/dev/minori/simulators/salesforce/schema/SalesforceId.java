package dev.minori.simulators.salesforce.schema;

import java.util.Optional;

/**
 * Record ids: 15 case-sensitive characters (prefix, instance, number) and a 3-character checksum that makes them safe
 * where case is lost.
 */
public final class SalesforceId {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String INSTANCE = "5iM";
    private static final int NUMBER_LENGTH = 9;

    private SalesforceId() {}

    /** The 18-character id of an object's n-th record. Ids of growing numbers sort in the same order, bytewise. */
    public static String of(String keyPrefix, long number) {
        char[] id = new char[18];
        keyPrefix.getChars(0, 3, id, 0);
        INSTANCE.getChars(0, 3, id, 3);
        long rest = number;
        for (int i = 5 + NUMBER_LENGTH; i > 5; i--) {
            id[i] = DIGITS.charAt((int) (rest % 62));
            rest /= 62;
        }
        appendChecksum(id);
        return new String(id);
    }

    /**
     * The 18-character form of an id given with 15 or 18 characters. Of an 18-character id the checksum restores the
     * case, as the real service does for ids that were upper-cased on their way.
     */
    public static Optional<String> normalise(String given) {
        if (given.length() != 15 && given.length() != 18) {
            return Optional.empty();
        }
        for (int i = 0; i < given.length(); i++) {
            if (DIGITS.indexOf(given.charAt(i)) < 0) {
                return Optional.empty();
            }
        }
        char[] id = new char[18];
        given.getChars(0, 15, id, 0);
        if (given.length() == 18 && !restoreCase(id, given)) {
            return Optional.empty();
        }
        appendChecksum(id);
        return Optional.of(new String(id));
    }

    private static boolean restoreCase(char[] id, String given) {
        for (int block = 0; block < 3; block++) {
            int bits = CHECKSUM.indexOf(Character.toUpperCase(given.charAt(15 + block)));
            if (bits < 0) {
                return false;
            }
            for (int i = 0; i < 5; i++) {
                int at = block * 5 + i;
                boolean upper = (bits & (1 << i)) != 0;
                if (Character.isLetter(id[at])) {
                    id[at] = upper ? Character.toUpperCase(id[at]) : Character.toLowerCase(id[at]);
                } else if (upper) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void appendChecksum(char[] id) {
        for (int block = 0; block < 3; block++) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                char c = id[block * 5 + i];
                if (c >= 'A' && c <= 'Z') {
                    bits |= 1 << i;
                }
            }
            id[15 + block] = CHECKSUM.charAt(bits);
        }
    }
}
