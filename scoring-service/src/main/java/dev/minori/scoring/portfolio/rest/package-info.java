/** Figures over HTTP. */
@NullMarked
package dev.minori.scoring.portfolio.rest;

import org.jspecify.annotations.NullMarked;
