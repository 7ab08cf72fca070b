/** The facts about customers and every version of them: what is known now, and what was known when. */
@NullMarked
package dev.minori.scoring.history;

import org.jspecify.annotations.NullMarked;
