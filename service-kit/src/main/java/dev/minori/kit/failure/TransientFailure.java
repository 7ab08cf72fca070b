package dev.minori.kit.failure;

import org.jspecify.annotations.Nullable;

/** Something outside the message is not available now. The message is tried again until it is. */
public final class TransientFailure extends RuntimeException {
    public TransientFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
