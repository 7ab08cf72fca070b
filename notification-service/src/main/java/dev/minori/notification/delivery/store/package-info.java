/** Deliveries, their attempts and the dispatch queue in PostgreSQL. */
@NullMarked
package dev.minori.notification.delivery.store;

import org.jspecify.annotations.NullMarked;
