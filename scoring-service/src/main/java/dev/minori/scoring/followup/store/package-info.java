/** Follow-ups in PostgreSQL. */
@NullMarked
package dev.minori.scoring.followup.store;

import org.jspecify.annotations.NullMarked;
