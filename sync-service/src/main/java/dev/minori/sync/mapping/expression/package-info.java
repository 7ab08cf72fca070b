/** Formulas in mappings: CEL with f("code") for source fields. */
@NullMarked
package dev.minori.sync.mapping.expression;

import org.jspecify.annotations.NullMarked;
