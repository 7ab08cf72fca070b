package dev.minori.kit.failure;

/** A message can never be applied as it is. It parks with its key until somebody helps. */
public final class PermanentFailure extends RuntimeException {
    private final String reason;

    /**
     * @param reason short code, for example {@code unknown-scorecard}
     * @param detail one sentence for a person; no personal data
     */
    public PermanentFailure(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** The short code. */
    public String reason() {
        return reason;
    }
}
