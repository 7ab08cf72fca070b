/** SQL door of reconciliations. */
@NullMarked
package dev.minori.sync.reconcile.store;

import org.jspecify.annotations.NullMarked;
