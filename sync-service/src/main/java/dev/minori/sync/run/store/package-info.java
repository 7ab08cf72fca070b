/** SQL door of sync runs. */
@NullMarked
package dev.minori.sync.run.store;

import org.jspecify.annotations.NullMarked;
