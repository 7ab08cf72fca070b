/** SQL door of schema snapshots. */
@NullMarked
package dev.minori.sync.schema.store;

import org.jspecify.annotations.NullMarked;
