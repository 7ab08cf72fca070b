/** Messages of the topics customer-health and customer-health-bulk. */
@NullMarked
package dev.minori.playbook.signal.events;

import org.jspecify.annotations.NullMarked;
