/** Channels in PostgreSQL. */
@NullMarked
package dev.minori.notification.channel.store;

import org.jspecify.annotations.NullMarked;
