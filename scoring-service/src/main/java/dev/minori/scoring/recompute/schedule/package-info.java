/** Has changed customers computed, and looks at days and clocks. */
@NullMarked
package dev.minori.scoring.recompute.schedule;

import org.jspecify.annotations.NullMarked;
