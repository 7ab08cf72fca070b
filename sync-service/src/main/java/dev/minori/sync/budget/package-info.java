/** How many calls may be made at each source, and what they were spent on. */
@NullMarked
package dev.minori.sync.budget;

import org.jspecify.annotations.NullMarked;
