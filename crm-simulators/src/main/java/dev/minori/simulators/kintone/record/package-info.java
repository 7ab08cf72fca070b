/** Records: reading, adding, changing and deleting them. */
@NullMarked
package dev.minori.simulators.kintone.record;

import org.jspecify.annotations.NullMarked;
