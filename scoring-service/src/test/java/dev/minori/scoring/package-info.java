/** Component tests of scoring-service and what they share. */
@NullMarked
package dev.minori.scoring;

import org.jspecify.annotations.NullMarked;
