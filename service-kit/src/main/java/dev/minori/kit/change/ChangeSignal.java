package dev.minori.kit.change;

import org.jspecify.annotations.Nullable;

/** What a stream says. */
public sealed interface ChangeSignal {
    /** From here on nothing is missed: read what the screen shows now. */
    record Ready(String mark) implements ChangeSignal {}

    /**
     * Something changed.
     *
     * @param mark to go on from after a break; only on the last of those that were found together
     */
    record Changed(Change change, @Nullable String mark) implements ChangeSignal {}

    /** Too much to tell singly, or nobody knows any more: read everything again. */
    record Reset(String mark) implements ChangeSignal {}

    /** The connection stands. */
    record Heartbeat() implements ChangeSignal {}

    /**
     * Nothing more comes on this connection.
     *
     * @param reason {@code token-expired}, {@code too-slow} or {@code stopping}
     */
    record End(String reason) implements ChangeSignal {}
}
