/** SQL door of budgets. */
@NullMarked
package dev.minori.sync.budget.store;

import org.jspecify.annotations.NullMarked;
