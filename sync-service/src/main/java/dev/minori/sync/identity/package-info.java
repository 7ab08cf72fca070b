/** Customer identity: which source record is which customer. */
@NullMarked
package dev.minori.sync.identity;

import org.jspecify.annotations.NullMarked;
