/** The one condition engine: who meets a condition, since when and why. */
@NullMarked
package dev.minori.scoring.segment;

import org.jspecify.annotations.NullMarked;
