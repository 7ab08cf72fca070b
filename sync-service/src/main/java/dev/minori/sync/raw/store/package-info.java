/** SQL door of raw rows. */
@NullMarked
package dev.minori.sync.raw.store;

import org.jspecify.annotations.NullMarked;
