/** The deterministic generator of invented companies, contracts, usage, tickets, surveys and mails. */
@NullMarked
package dev.minori.simulators.seed;

import org.jspecify.annotations.NullMarked;
