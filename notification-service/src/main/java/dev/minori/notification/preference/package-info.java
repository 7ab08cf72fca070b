/** What each member chose: by which channels, in which language, at which hours. */
@NullMarked
package dev.minori.notification.preference;

import org.jspecify.annotations.NullMarked;
