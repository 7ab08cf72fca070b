/** Facts in PostgreSQL, applied set by set. */
@NullMarked
package dev.minori.scoring.history.store;

import org.jspecify.annotations.NullMarked;
