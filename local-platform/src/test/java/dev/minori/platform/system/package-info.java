/** Tests of the whole: the launcher and the packaged parts as real processes. Run by {@code ./minori test}. */
@NullMarked
package dev.minori.platform.system;

import org.jspecify.annotations.NullMarked;
