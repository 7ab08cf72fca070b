/** Writes that clients may repeat. */
@NullMarked
package dev.minori.kit.idempotency;

import org.jspecify.annotations.NullMarked;
