package dev.minori.scoring.expression;

import java.util.UUID;

/** One version of one fact: enough to find what was known, also after it changed. */
public record FactRef(UUID factId, long version) {}
