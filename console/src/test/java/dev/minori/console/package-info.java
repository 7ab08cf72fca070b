@NullMarked
package dev.minori.console;

import org.jspecify.annotations.NullMarked;
