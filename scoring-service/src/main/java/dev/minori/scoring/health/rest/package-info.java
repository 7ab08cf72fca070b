/** Health over HTTP. */
@NullMarked
package dev.minori.scoring.health.rest;

import org.jspecify.annotations.NullMarked;
