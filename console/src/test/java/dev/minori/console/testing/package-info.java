@NullMarked
package dev.minori.console.testing;

import org.jspecify.annotations.NullMarked;
