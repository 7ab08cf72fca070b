/** Messages that can never be applied wait, with all later ones of their key, until somebody helps. */
@NullMarked
package dev.minori.kit.parking;

import org.jspecify.annotations.NullMarked;
