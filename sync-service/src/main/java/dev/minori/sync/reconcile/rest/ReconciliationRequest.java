package dev.minori.sync.reconcile.rest;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Asks for everything of a mapping to be compared with its source. */
public record ReconciliationRequest(@NotNull UUID mappingId) {}
