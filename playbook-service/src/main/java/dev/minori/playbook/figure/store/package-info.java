/** Figures from PostgreSQL. */
@NullMarked
package dev.minori.playbook.figure.store;

import org.jspecify.annotations.NullMarked;
