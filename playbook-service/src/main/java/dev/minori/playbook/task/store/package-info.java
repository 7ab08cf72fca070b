/** Tasks in PostgreSQL. */
@NullMarked
package dev.minori.playbook.task.store;

import org.jspecify.annotations.NullMarked;
