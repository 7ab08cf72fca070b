/** Lets screens follow what changes here. */
@NullMarked
package dev.minori.notification.change;

import org.jspecify.annotations.NullMarked;
