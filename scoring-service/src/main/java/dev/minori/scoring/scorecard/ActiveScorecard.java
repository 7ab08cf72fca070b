package dev.minori.scoring.scorecard;

import java.util.UUID;

/** A published version of a scorecard. */
public record ActiveScorecard(UUID id, int version, Scorecard card) {}
