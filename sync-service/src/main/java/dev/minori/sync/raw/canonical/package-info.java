/** One canonical JSON for each source row, whatever way it was read. */
@NullMarked
package dev.minori.sync.raw.canonical;

import org.jspecify.annotations.NullMarked;
