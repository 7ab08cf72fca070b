/** HTTP door of the intake: where records arrive, and where keys and shapes are looked after. */
@NullMarked
package dev.minori.sync.intake.rest;

import org.jspecify.annotations.NullMarked;
