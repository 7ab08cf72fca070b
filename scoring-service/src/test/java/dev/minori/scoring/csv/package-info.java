@NullMarked
package dev.minori.scoring.csv;

import org.jspecify.annotations.NullMarked;
