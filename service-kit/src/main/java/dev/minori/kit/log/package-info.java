/** Fields that every log line of some work carries. */
@NullMarked
package dev.minori.kit.log;

import org.jspecify.annotations.NullMarked;
