package dev.minori.sync.intake.rest;

import dev.minori.sync.intake.IntakeKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as JSON.
 *
 * @param key what the sender needs; only in the first answer to its making, never again
 */
public record IntakeKeyView(
        UUID id,
        String name,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String key) {

    static IntakeKeyView of(IntakeKey key) {
        return new IntakeKeyView(
                key.id(), key.name(), key.createdAt(), key.createdBy(), key.lastUsedAt(), key.revokedAt(), null);
    }

    /** The same with what the sender needs. */
    IntakeKeyView with(@Nullable String text) {
        return new IntakeKeyView(id, name, createdAt, createdBy, lastUsedAt, revokedAt, text);
    }

    @Override
    public String toString() {
        return "IntakeKeyView[id=" + id + ", name=" + name + "]";
    }
}
