/** What connecting would mean, before anything is connected: what is read, what is missing, what it costs. */
@NullMarked
package dev.minori.sync.check;

import org.jspecify.annotations.NullMarked;
