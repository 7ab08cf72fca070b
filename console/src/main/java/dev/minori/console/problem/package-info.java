/** Errors as problem+json. */
@NullMarked
package dev.minori.console.problem;

import org.jspecify.annotations.NullMarked;
