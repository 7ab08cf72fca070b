/** Calendars in PostgreSQL. */
@NullMarked
package dev.minori.playbook.calendar.store;

import org.jspecify.annotations.NullMarked;
