package dev.minori.sync.run;

import java.util.UUID;

/** A mapping whose schedule has come due. */
public record DueMapping(UUID workspaceId, UUID mappingId) {}
