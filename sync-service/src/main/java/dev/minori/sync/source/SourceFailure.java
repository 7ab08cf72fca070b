package dev.minori.sync.source;

/** Why a source did not do what was asked. */
public enum SourceFailure {
    /** No answer, or an answer that was cut short: try again. */
    UNREACHABLE,
    /** The credentials are refused: somebody must reconnect. */
    UNAUTHORISED,
    /** The source's allowance is spent: no call until it resets. */
    LIMIT_REACHED,
    /** The source did not accept the request as such: repeating it does not help. */
    REFUSED,
    /** What reading should resume from is gone: start the read again. */
    RESUME_LOST
}
