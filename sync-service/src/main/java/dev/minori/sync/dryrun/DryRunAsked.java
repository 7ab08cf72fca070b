package dev.minori.sync.dryrun;

import java.util.UUID;

/** Somebody asked for a dry run: once that is committed, it begins. */
public record DryRunAsked(UUID workspaceId, UUID dryRunId) {}
