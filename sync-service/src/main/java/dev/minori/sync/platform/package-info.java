/** This service's wiring: configuration and readiness. */
@NullMarked
package dev.minori.sync.platform;

import org.jspecify.annotations.NullMarked;
