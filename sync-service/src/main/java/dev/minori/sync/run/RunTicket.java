package dev.minori.sync.run;

import java.util.UUID;

/**
 * A run whose turn it is, claimed by this process.
 *
 * @param heavy whether it may take long: anything but an incremental run
 */
public record RunTicket(UUID workspaceId, UUID runId, UUID holder, boolean heavy) {}
