/** {@code ./minori}: starts, watches, shows and stops the parts of Minori on one machine. */
@NullMarked
package dev.minori.platform.launcher;

import org.jspecify.annotations.NullMarked;
