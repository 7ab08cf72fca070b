/** Scorecards in PostgreSQL. */
@NullMarked
package dev.minori.scoring.scorecard.store;

import org.jspecify.annotations.NullMarked;
