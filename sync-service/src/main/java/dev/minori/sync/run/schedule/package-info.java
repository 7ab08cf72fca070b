/** The clock of sync runs: queues what is due and works off the queue. */
@NullMarked
package dev.minori.sync.run.schedule;

import org.jspecify.annotations.NullMarked;
