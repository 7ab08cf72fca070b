/** HTTP door of reconciliations. */
@NullMarked
package dev.minori.sync.reconcile.rest;

import org.jspecify.annotations.NullMarked;
