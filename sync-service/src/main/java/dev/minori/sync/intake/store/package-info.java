/** SQL door of the intake. */
@NullMarked
package dev.minori.sync.intake.store;

import org.jspecify.annotations.NullMarked;
