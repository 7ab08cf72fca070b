package dev.minori.sync.budget;

import java.util.UUID;

/** Somebody set another budget; told in the transaction that sets it. */
public record BudgetChanged(UUID connectionId) {}
