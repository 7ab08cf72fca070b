@NullMarked
package dev.minori.sync.platform;

import org.jspecify.annotations.NullMarked;
