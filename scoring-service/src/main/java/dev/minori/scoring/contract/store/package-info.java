/** Contracts in PostgreSQL. */
@NullMarked
package dev.minori.scoring.contract.store;

import org.jspecify.annotations.NullMarked;
