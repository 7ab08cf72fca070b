/** Table mappings as JSON and YAML. */
@NullMarked
package dev.minori.sync.mapping.document;

import org.jspecify.annotations.NullMarked;
