/** Seals and opens connection secrets. Tink stays behind this package. */
@NullMarked
package dev.minori.sync.connection.credential;

import org.jspecify.annotations.NullMarked;
