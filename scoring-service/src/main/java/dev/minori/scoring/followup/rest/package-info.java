/** Follow-ups over HTTP. */
@NullMarked
package dev.minori.scoring.followup.rest;

import org.jspecify.annotations.NullMarked;
