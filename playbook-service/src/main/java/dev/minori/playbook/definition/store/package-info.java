/** Documents in PostgreSQL. */
@NullMarked
package dev.minori.playbook.definition.store;

import org.jspecify.annotations.NullMarked;
