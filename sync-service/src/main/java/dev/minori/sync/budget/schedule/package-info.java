/** Writes down what idle leases spent. */
@NullMarked
package dev.minori.sync.budget.schedule;

import org.jspecify.annotations.NullMarked;
