/** Parked messages over HTTP. */
@NullMarked
package dev.minori.kit.parking.rest;

import org.jspecify.annotations.NullMarked;
