package dev.minori.sync.erasure;

import java.util.UUID;

/** An erasure that is not finished: something may still be here, or the others may not know. */
public record ErasureTicket(UUID workspaceId, UUID erasureId, UUID customerId, UUID contactId) {}
