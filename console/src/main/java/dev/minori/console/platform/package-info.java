/** Wiring: configuration, and what readiness refuses in production. */
@NullMarked
package dev.minori.console.platform;

import org.jspecify.annotations.NullMarked;
