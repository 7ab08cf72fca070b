/** HTTP door of suggestions. */
@NullMarked
package dev.minori.sync.suggestion.rest;

import org.jspecify.annotations.NullMarked;
