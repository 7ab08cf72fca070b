/** Saved views: filters, order and columns of a list under a name. */
@NullMarked
package dev.minori.scoring.view;

import org.jspecify.annotations.NullMarked;
