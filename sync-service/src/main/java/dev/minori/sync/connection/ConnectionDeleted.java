package dev.minori.sync.connection;

import java.util.UUID;

/** A connection is no more; told in the transaction that deletes it. */
public record ConnectionDeleted(UUID connectionId) {}
