/** The HTTP server both simulators stand on: full control of the connection, blocking handlers on virtual threads. */
@NullMarked
package dev.minori.simulators.http;

import org.jspecify.annotations.NullMarked;
