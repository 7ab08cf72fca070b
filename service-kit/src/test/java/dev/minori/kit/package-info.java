/** Tests of the kit as a whole. */
@NullMarked
package dev.minori.kit;

import org.jspecify.annotations.NullMarked;
