/** Messages of the topic customer-health. */
@NullMarked
package dev.minori.playbook.signal.events;

import org.jspecify.annotations.NullMarked;
