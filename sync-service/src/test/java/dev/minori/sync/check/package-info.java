@NullMarked
package dev.minori.sync.check;

import org.jspecify.annotations.NullMarked;
