/** What is known about a customer, one record type a dataset; the records are also the target schema of mappings. */
@NullMarked
package dev.minori.events.fact;

import org.jspecify.annotations.NullMarked;
