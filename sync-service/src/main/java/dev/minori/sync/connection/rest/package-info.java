/** HTTP door of connections. */
@NullMarked
package dev.minori.sync.connection.rest;

import org.jspecify.annotations.NullMarked;
