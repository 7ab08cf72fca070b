/** Conditions, as scoring-service evaluates them. */
@NullMarked
package dev.minori.playbook.step.scoring;

import org.jspecify.annotations.NullMarked;
