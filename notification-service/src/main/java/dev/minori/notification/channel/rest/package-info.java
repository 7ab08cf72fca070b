/** Channels over HTTP. */
@NullMarked
package dev.minori.notification.channel.rest;

import org.jspecify.annotations.NullMarked;
