/** Erasing quotes in PostgreSQL. */
@NullMarked
package dev.minori.playbook.signal.store;

import org.jspecify.annotations.NullMarked;
