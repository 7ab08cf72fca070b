@NullMarked
package dev.minori.scoring.portfolio;

import org.jspecify.annotations.NullMarked;
