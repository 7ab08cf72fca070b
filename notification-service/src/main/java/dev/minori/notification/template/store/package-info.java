/** Template versions in PostgreSQL. */
@NullMarked
package dev.minori.notification.template.store;

import org.jspecify.annotations.NullMarked;
