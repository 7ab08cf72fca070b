/** Dry runs: what a mapping would make of live data, told before anything is written. */
@NullMarked
package dev.minori.sync.dryrun;

import org.jspecify.annotations.NullMarked;
