/** Partitions are made ahead of time and dropped when their rows are no longer kept. */
@NullMarked
package dev.minori.kit.upkeep;

import org.jspecify.annotations.NullMarked;
