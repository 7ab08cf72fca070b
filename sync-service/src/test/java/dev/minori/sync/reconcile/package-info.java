@NullMarked
package dev.minori.sync.reconcile;

import org.jspecify.annotations.NullMarked;
