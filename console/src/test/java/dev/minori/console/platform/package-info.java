@NullMarked
package dev.minori.console.platform;

import org.jspecify.annotations.NullMarked;
