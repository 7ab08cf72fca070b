package dev.minori.kit.apidocument;

/**
 * Extension of a write in the API's document: why it may be sent again without an {@code Idempotency-Key}. A write that
 * takes neither a key nor {@code If-Match} has to say so.
 */
public final class SafeToRepeat {
    /** The extension's name. */
    public static final String NAME = "x-safe-to-repeat";

    private SafeToRepeat() {}
}
