/** How many requests are answered at the same time. */
@NullMarked
package dev.minori.kit.bulkhead;

import org.jspecify.annotations.NullMarked;
