/** Suggestions: what an object of a source probably is and how it would be mapped, each with its reason. */
@NullMarked
package dev.minori.sync.suggestion;

import org.jspecify.annotations.NullMarked;
