/** Documents in PostgreSQL. */
@NullMarked
package dev.minori.scoring.document.store;

import org.jspecify.annotations.NullMarked;
