/** Recipients over HTTP. */
@NullMarked
package dev.minori.notification.recipient.rest;

import org.jspecify.annotations.NullMarked;
