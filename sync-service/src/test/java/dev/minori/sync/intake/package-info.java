@NullMarked
package dev.minori.sync.intake;

import org.jspecify.annotations.NullMarked;
