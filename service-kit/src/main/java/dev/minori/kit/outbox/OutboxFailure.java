package dev.minori.kit.outbox;

/** The outbox could not be read or written; the surrounding transaction must not commit. */
public final class OutboxFailure extends RuntimeException {
    OutboxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
