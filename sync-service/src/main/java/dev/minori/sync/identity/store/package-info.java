/** SQL door of customer identity. */
@NullMarked
package dev.minori.sync.identity.store;

import org.jspecify.annotations.NullMarked;
