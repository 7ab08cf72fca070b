/** Scorecards over HTTP. */
@NullMarked
package dev.minori.scoring.scorecard.rest;

import org.jspecify.annotations.NullMarked;
