/** Usage in PostgreSQL. */
@NullMarked
package dev.minori.scoring.usage.store;

import org.jspecify.annotations.NullMarked;
