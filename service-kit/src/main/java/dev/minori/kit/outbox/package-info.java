/** Events leave a service through a table: written with the change, sent in order, deleted by exact id. */
@NullMarked
package dev.minori.kit.outbox;

import org.jspecify.annotations.NullMarked;
