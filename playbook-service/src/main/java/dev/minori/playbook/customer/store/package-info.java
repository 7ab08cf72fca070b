/** Customer profiles in PostgreSQL. */
@NullMarked
package dev.minori.playbook.customer.store;

import org.jspecify.annotations.NullMarked;
