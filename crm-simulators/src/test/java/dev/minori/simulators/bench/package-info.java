/** Measures how fast the simulators give rows away; run by {@code crm-simulators/bench/run}, not by the build. */
@NullMarked
package dev.minori.simulators.bench;

import org.jspecify.annotations.NullMarked;
