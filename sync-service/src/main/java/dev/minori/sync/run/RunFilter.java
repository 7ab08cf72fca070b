package dev.minori.sync.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a list shows; what is null does not narrow.
 *
 * @param withChanges only runs that added, changed, removed, rejected or held back something, or that did not succeed
 */
public record RunFilter(
        @Nullable UUID mappingId,
        @Nullable UUID connectionId,
        @Nullable RunKind kind,
        @Nullable RunState state,
        boolean withChanges) {}
