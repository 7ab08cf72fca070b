/** Sync runs: what is due, who runs it, how far it is, what came of it. */
@NullMarked
package dev.minori.sync.run;

import org.jspecify.annotations.NullMarked;
