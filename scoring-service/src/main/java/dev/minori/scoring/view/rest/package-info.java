/** Saved views over HTTP. */
@NullMarked
package dev.minori.scoring.view.rest;

import org.jspecify.annotations.NullMarked;
