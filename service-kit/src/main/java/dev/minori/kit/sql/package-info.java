/** Plain SQL for stores: parameters, rows, failures. */
@NullMarked
package dev.minori.kit.sql;

import org.jspecify.annotations.NullMarked;
