/** Runs evaluations on PostgreSQL. */
@NullMarked
package dev.minori.scoring.expression.store;

import org.jspecify.annotations.NullMarked;
