/** The page itself and the headers that every answer carries. */
@NullMarked
package dev.minori.console.page;

import org.jspecify.annotations.NullMarked;
