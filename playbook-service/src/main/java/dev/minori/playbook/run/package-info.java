/** One playbook on one customer: states, transitions, and the worker that moves them. */
@NullMarked
package dev.minori.playbook.run;

import org.jspecify.annotations.NullMarked;
