/** Which measures count and how much: versioned documents. */
@NullMarked
package dev.minori.scoring.scorecard;

import org.jspecify.annotations.NullMarked;
