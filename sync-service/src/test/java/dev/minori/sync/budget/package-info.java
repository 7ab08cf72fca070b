@NullMarked
package dev.minori.sync.budget;

import org.jspecify.annotations.NullMarked;
