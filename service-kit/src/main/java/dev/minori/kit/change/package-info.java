/** Tells screens that are open what has just changed, so that they can read it again. */
@NullMarked
package dev.minori.kit.change;

import org.jspecify.annotations.NullMarked;
