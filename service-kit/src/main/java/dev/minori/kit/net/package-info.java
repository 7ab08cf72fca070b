/** Where connections to addresses may lead that people typed in. */
@NullMarked
package dev.minori.kit.net;

import org.jspecify.annotations.NullMarked;
