/** The timeline over HTTP. */
@NullMarked
package dev.minori.scoring.timeline.rest;

import org.jspecify.annotations.NullMarked;
