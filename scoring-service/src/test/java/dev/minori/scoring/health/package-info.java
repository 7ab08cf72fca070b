/** Proofs of health rules without a container. */
@NullMarked
package dev.minori.scoring.health;

import org.jspecify.annotations.NullMarked;
