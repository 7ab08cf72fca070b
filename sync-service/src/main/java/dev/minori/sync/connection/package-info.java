/** Connections to source systems, their secrets, and who in the source is which member. */
@NullMarked
package dev.minori.sync.connection;

import org.jspecify.annotations.NullMarked;
