/** What the steps of a run do: open tasks, ask for notifications, ask conditions. */
@NullMarked
package dev.minori.playbook.step;

import org.jspecify.annotations.NullMarked;
