package dev.minori.sync.raw;

import java.util.UUID;

/** One object of one connection. */
public record RawKey(UUID connectionId, String objectName) {}
