/** What mappings have, compared with what their sources have. */
@NullMarked
package dev.minori.sync.reconcile;

import org.jspecify.annotations.NullMarked;
