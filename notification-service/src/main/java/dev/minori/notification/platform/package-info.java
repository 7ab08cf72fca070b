/** Wiring of this service: schedules, metrics, configuration, readiness. */
@NullMarked
package dev.minori.notification.platform;

import org.jspecify.annotations.NullMarked;
