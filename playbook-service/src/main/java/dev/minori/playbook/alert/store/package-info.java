/** Alerts in PostgreSQL. */
@NullMarked
package dev.minori.playbook.alert.store;

import org.jspecify.annotations.NullMarked;
