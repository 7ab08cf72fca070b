/** Which meters of the framework are worth having. */
@NullMarked
package dev.minori.kit.telemetry;

import org.jspecify.annotations.NullMarked;
