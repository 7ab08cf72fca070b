/** Alerts: signs that a customer needs attention, as episodes with occurrences, and the rules that open them. */
@NullMarked
package dev.minori.playbook.alert;

import org.jspecify.annotations.NullMarked;
