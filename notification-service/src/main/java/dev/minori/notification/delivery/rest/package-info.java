/** Deliveries over HTTP. */
@NullMarked
package dev.minori.notification.delivery.rest;

import org.jspecify.annotations.NullMarked;
