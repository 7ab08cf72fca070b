/** What a customer did with the product, day by day. */
@NullMarked
package dev.minori.scoring.usage;

import org.jspecify.annotations.NullMarked;
