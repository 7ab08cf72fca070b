/** Facts as they arrive from sync-service. */
@NullMarked
package dev.minori.scoring.history.events;

import org.jspecify.annotations.NullMarked;
