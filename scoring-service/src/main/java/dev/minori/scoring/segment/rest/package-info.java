/** Segments and conditions over HTTP. */
@NullMarked
package dev.minori.scoring.segment.rest;

import org.jspecify.annotations.NullMarked;
