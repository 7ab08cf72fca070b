/** Tables inside a record, read as fields of the record. */
@NullMarked
package dev.minori.sync.mapping.table;

import org.jspecify.annotations.NullMarked;
