/**
 * minori-cel: the one language in which a user writes a measure or a condition. Expressions are parsed and checked as CEL
 * and then become SQL over a set of customers; nothing evaluates them in memory.
 */
@NullMarked
package dev.minori.scoring.expression;

import org.jspecify.annotations.NullMarked;
