/** People who asked to be forgotten: erased everywhere, and never imported again. */
@NullMarked
package dev.minori.kit.erasure;

import org.jspecify.annotations.NullMarked;
