/** What the services tell each other: one sealed interface a topic. */
@NullMarked
package dev.minori.events;

import org.jspecify.annotations.NullMarked;
