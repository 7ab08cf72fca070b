/** The one clock. */
@NullMarked
package dev.minori.kit.time;

import org.jspecify.annotations.NullMarked;
