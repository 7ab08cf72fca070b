package dev.minori.notification.delivery;

/**
 * Why a delivery waits or ended as it did.
 *
 * @param code stable word, for example {@code address-refused}; readers have a sentence for each in their language
 * @param detail the words of the other side, or a name; empty where the code says all. Sentences of our own do not belong
 *     here, because they would be in one language
 */
public record Reason(String code, String detail) {
    private static final int MAX_DETAIL = 600;

    public Reason {
        detail = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
    }

    /** Says all by its code. */
    public Reason(String code) {
        this(code, "");
    }

    /** For events: both in one line. */
    public String line() {
        return detail.isEmpty() ? code : code + ": " + detail;
    }
}
