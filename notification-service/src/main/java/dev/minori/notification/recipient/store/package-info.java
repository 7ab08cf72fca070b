/** Addresses that mail servers refused, in PostgreSQL. */
@NullMarked
package dev.minori.notification.recipient.store;

import org.jspecify.annotations.NullMarked;
