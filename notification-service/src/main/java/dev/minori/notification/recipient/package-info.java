/** The people who can be told, with what stands in the way of it. */
@NullMarked
package dev.minori.notification.recipient;

import org.jspecify.annotations.NullMarked;
