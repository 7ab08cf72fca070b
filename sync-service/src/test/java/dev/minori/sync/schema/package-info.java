@NullMarked
package dev.minori.sync.schema;

import org.jspecify.annotations.NullMarked;
