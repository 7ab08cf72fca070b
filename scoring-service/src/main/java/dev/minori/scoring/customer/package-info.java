/** Customers as lists and other services see them. */
@NullMarked
package dev.minori.scoring.customer;

import org.jspecify.annotations.NullMarked;
