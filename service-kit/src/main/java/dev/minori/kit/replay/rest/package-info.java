/** Parked messages over HTTP. */
@NullMarked
package dev.minori.kit.replay.rest;

import org.jspecify.annotations.NullMarked;
