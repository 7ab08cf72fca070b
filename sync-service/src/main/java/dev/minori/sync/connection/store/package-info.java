/** SQL door of connections. */
@NullMarked
package dev.minori.sync.connection.store;

import org.jspecify.annotations.NullMarked;
