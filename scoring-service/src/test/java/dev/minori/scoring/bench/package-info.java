/** Measures what people wait for; run by {@code scoring-service/bench/run}, not by the build. */
@NullMarked
package dev.minori.scoring.bench;

import org.jspecify.annotations.NullMarked;
