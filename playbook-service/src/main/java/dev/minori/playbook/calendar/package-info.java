/** Which days are worked on: weekends, Japanese holidays and a workspace's own closures. */
@NullMarked
package dev.minori.playbook.calendar;

import org.jspecify.annotations.NullMarked;
