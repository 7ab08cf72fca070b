/** Erasing a person: out of the rows kept here, and passed on to the others. */
@NullMarked
package dev.minori.sync.erasure;

import org.jspecify.annotations.NullMarked;
