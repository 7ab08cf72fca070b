/** Health scores in PostgreSQL. */
@NullMarked
package dev.minori.scoring.health.store;

import org.jspecify.annotations.NullMarked;
