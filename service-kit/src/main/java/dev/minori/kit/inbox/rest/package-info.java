/** Parked messages over HTTP. */
@NullMarked
package dev.minori.kit.inbox.rest;

import org.jspecify.annotations.NullMarked;
