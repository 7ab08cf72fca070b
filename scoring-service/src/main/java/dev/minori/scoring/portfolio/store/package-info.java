/** Figures in PostgreSQL. */
@NullMarked
package dev.minori.scoring.portfolio.store;

import org.jspecify.annotations.NullMarked;
