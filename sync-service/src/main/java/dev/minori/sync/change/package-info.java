/** Lets screens follow what changes here. */
@NullMarked
package dev.minori.sync.change;

import org.jspecify.annotations.NullMarked;
