package dev.minori.sync.connection;

import java.util.UUID;

/** Seals secrets for exactly one workspace, connection and field; nothing sealed for one opens for another. */
public interface SecretBox {
    byte[] seal(UUID connectionId, String field, String secret);

    String open(UUID connectionId, String field, byte[] sealed);
}
