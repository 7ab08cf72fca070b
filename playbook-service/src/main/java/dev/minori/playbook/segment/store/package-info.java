/** Segment stays in PostgreSQL. */
@NullMarked
package dev.minori.playbook.segment.store;

import org.jspecify.annotations.NullMarked;
