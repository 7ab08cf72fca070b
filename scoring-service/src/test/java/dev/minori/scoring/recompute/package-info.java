/** Proofs of recompute rules without a container. */
@NullMarked
package dev.minori.scoring.recompute;

import org.jspecify.annotations.NullMarked;
