/** Amounts of money as rows keep them. */
@NullMarked
package dev.minori.scoring.money;

import org.jspecify.annotations.NullMarked;
