/** The service's own secret, from which keys for single purposes are derived. */
@NullMarked
package dev.minori.kit.secret;

import org.jspecify.annotations.NullMarked;
