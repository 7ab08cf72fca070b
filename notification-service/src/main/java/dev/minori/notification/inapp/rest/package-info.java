/** In-app notifications over HTTP. */
@NullMarked
package dev.minori.notification.inapp.rest;

import org.jspecify.annotations.NullMarked;
