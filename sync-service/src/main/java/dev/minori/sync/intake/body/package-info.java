/** Reads batches as they come over the wire: JSON or lines of JSON, compressed or not. */
@NullMarked
package dev.minori.sync.intake.body;

import org.jspecify.annotations.NullMarked;
