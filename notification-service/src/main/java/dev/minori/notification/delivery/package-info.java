/** One message to one recipient by one channel: from the wish to what became of it, once. */
@NullMarked
package dev.minori.notification.delivery;

import org.jspecify.annotations.NullMarked;
