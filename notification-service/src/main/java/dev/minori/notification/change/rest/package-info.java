/** Changes over HTTP. */
@NullMarked
package dev.minori.notification.change.rest;

import org.jspecify.annotations.NullMarked;
