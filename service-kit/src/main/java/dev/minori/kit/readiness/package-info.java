/** Configurations that are too dangerous to serve. */
@NullMarked
package dev.minori.kit.readiness;

import org.jspecify.annotations.NullMarked;
