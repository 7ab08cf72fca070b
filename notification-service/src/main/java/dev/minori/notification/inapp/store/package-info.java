/** In-app notifications in PostgreSQL. */
@NullMarked
package dev.minori.notification.inapp.store;

import org.jspecify.annotations.NullMarked;
