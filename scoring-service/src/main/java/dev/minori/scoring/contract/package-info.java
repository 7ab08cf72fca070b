/** Contracts as people look at them. */
@NullMarked
package dev.minori.scoring.contract;

import org.jspecify.annotations.NullMarked;
