/** Computes changed customers, set by set, and tells others what came of it. */
@NullMarked
package dev.minori.scoring.recompute;

import org.jspecify.annotations.NullMarked;
