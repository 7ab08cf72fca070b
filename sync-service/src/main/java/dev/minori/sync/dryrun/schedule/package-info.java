/** The threads on which dry runs are done. */
@NullMarked
package dev.minori.sync.dryrun.schedule;

import org.jspecify.annotations.NullMarked;
