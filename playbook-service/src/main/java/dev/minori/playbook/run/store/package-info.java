/** Runs in PostgreSQL. */
@NullMarked
package dev.minori.playbook.run.store;

import org.jspecify.annotations.NullMarked;
