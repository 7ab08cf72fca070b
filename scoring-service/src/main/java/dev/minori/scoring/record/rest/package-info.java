/** Records over HTTP. */
@NullMarked
package dev.minori.scoring.record.rest;

import org.jspecify.annotations.NullMarked;
