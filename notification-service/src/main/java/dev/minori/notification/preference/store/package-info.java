/** Preferences in PostgreSQL. */
@NullMarked
package dev.minori.notification.preference.store;

import org.jspecify.annotations.NullMarked;
