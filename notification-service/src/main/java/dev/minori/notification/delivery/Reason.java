package dev.minori.notification.delivery;

/**
 * Why a delivery waits or ended as it did.
 *
 * @param code stable word, for example {@code address-refused}; the console has a sentence for each
 * @param detail what exactly happened, for a person; the server's own words where there are any
 */
public record Reason(String code, String detail) {
    private static final int MAX_DETAIL = 600;

    public Reason {
        detail = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
    }

    /** For events: both in one line. */
    public String line() {
        return detail.isEmpty() ? code : code + ": " + detail;
    }
}
