package dev.minori.kit.change;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever follows along.
 *
 * @param subject the {@code sub} of the token
 * @param until when the token ends, and the stream with it
 */
public record ChangeViewer(UUID workspaceId, String subject, Set<String> roles, Instant until) {
    public ChangeViewer {
        roles = Set.copyOf(roles);
    }
}
