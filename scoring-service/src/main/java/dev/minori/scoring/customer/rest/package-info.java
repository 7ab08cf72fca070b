/** Customers over HTTP. */
@NullMarked
package dev.minori.scoring.customer.rest;

import org.jspecify.annotations.NullMarked;
