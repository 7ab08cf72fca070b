/** Who acts. */
@NullMarked
package dev.minori.kit.security;

import org.jspecify.annotations.NullMarked;
