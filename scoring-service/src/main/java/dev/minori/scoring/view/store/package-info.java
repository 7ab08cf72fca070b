/** Saved views in PostgreSQL. */
@NullMarked
package dev.minori.scoring.view.store;

import org.jspecify.annotations.NullMarked;
