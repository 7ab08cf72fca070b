@NullMarked
package dev.minori.sync.run;

import org.jspecify.annotations.NullMarked;
