/** Proofs of minori-cel. */
@NullMarked
package dev.minori.scoring.expression;

import org.jspecify.annotations.NullMarked;
