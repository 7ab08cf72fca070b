/** SQL door of table mappings. */
@NullMarked
package dev.minori.sync.mapping.store;

import org.jspecify.annotations.NullMarked;
