/** HTTP door of budgets. */
@NullMarked
package dev.minori.sync.budget.rest;

import org.jspecify.annotations.NullMarked;
