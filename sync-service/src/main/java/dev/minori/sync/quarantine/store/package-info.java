/** SQL door of the quarantine. */
@NullMarked
package dev.minori.sync.quarantine.store;

import org.jspecify.annotations.NullMarked;
