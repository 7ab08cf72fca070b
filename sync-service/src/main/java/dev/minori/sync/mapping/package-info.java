/** Table mappings: which source record becomes which fact, and how its fields are filled. */
@NullMarked
package dev.minori.sync.mapping;

import org.jspecify.annotations.NullMarked;
