/** How the objects of sources change, and which mappings that concerns. */
@NullMarked
package dev.minori.sync.schema;

import org.jspecify.annotations.NullMarked;
