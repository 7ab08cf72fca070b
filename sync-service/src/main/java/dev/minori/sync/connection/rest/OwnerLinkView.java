package dev.minori.sync.connection.rest;

import dev.minori.sync.connection.OwnerLink;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner in the source and the member it is, if known. */
public record OwnerLinkView(
        String ownerId,
        String name,
        @Nullable String email,
        @Nullable UUID memberId,
        boolean byHand) {
    static OwnerLinkView of(OwnerLink link) {
        return new OwnerLinkView(link.ownerId(), link.name(), link.email(), link.memberId(), link.byHand());
    }
}
