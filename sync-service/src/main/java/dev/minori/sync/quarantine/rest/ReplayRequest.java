package dev.minori.sync.quarantine.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which rows to try again; what is absent does not restrict. */
public record ReplayRequest(
        @Nullable UUID mappingId, @Nullable String reason) {}
