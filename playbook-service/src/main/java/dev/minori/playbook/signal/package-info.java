/** What scoring-service tells, and what follows from it. */
@NullMarked
package dev.minori.playbook.signal;

import org.jspecify.annotations.NullMarked;
