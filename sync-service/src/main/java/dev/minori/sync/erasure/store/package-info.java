/** SQL door of erasures. */
@NullMarked
package dev.minori.sync.erasure.store;

import org.jspecify.annotations.NullMarked;
