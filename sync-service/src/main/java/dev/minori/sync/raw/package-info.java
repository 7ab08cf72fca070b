/** Source rows as they were read, with their history. */
@NullMarked
package dev.minori.sync.raw;

import org.jspecify.annotations.NullMarked;
