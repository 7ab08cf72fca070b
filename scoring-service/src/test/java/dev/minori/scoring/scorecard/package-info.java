/** Proofs of scorecard rules without a container. */
@NullMarked
package dev.minori.scoring.scorecard;

import org.jspecify.annotations.NullMarked;
