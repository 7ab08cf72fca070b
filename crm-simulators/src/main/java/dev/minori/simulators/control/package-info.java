/** The control door: health, clock, sessions, faults and (re)seeding. Not part of any vendor's API. */
@NullMarked
package dev.minori.simulators.control;

import org.jspecify.annotations.NullMarked;
