package dev.minori.sync.source;

import java.util.UUID;

/** The gate of each connection of the current workspace. */
@FunctionalInterface
public interface CallGates {
    CallGate of(UUID connectionId);
}
