@NullMarked
package dev.minori.scoring.customer;

import org.jspecify.annotations.NullMarked;
