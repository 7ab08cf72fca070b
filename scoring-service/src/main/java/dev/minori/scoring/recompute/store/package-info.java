/** Which day each workspace is on, in PostgreSQL. */
@NullMarked
package dev.minori.scoring.recompute.store;

import org.jspecify.annotations.NullMarked;
