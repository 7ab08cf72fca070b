/** A manager's figures: customers by phase and state, recurring revenue and how it moves, contracts that end. */
@NullMarked
package dev.minori.scoring.portfolio;

import org.jspecify.annotations.NullMarked;
