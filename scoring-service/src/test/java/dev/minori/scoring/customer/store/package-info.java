@NullMarked
package dev.minori.scoring.customer.store;

import org.jspecify.annotations.NullMarked;
