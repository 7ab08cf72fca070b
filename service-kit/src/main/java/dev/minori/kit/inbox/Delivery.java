package dev.minori.kit.inbox;

/** How a channel keeps a redelivered message from having a second effect. */
public enum Delivery {
    /** An inbox row, the change and what follows from it commit together; a second delivery finds the row. */
    ONCE,
    /** Applying is an upsert fenced by version: newer wins, equal is a no-op. No inbox row is needed. */
    VERSION_FENCED
}
