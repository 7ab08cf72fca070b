/** The simulators' clock, which tests and the demo may move. */
@NullMarked
package dev.minori.simulators.time;

import org.jspecify.annotations.NullMarked;
