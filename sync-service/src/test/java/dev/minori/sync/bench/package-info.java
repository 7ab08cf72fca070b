/** Measurements, run by sync-service/bench/run. */
@NullMarked
package dev.minori.sync.bench;

import org.jspecify.annotations.NullMarked;
