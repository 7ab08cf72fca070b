package dev.minori.sync.intake;

/** Whether a sender may come in. */
public sealed interface Admission {
    record Admitted() implements Admission {}

    /** No such key of this connection, or one that was revoked: which of them is nobody's business. */
    record Unknown() implements Admission {}

    /** Too many calls with the key within a minute. */
    record TooOften(long secondsToWait) implements Admission {}
}
