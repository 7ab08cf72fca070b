/** Calendars over HTTP. */
@NullMarked
package dev.minori.playbook.calendar.rest;

import org.jspecify.annotations.NullMarked;
