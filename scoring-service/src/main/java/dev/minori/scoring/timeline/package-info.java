/** Everything that happened with a customer, in one line of time. */
@NullMarked
package dev.minori.scoring.timeline;

import org.jspecify.annotations.NullMarked;
