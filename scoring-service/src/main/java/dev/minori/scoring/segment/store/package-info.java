/** Segments and stays in PostgreSQL. */
@NullMarked
package dev.minori.scoring.segment.store;

import org.jspecify.annotations.NullMarked;
