package dev.minori.sync.connection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who an owner in the source is among our members.
 *
 * @param byHand whether a person decided it; otherwise equal e-mail addresses did
 */
public record OwnerLink(
        String ownerId,
        String name,
        @Nullable String email,
        @Nullable UUID memberId,
        boolean byHand) {}
