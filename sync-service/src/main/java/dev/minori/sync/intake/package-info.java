/** Records that core systems send by HTTP: the keys that let them in, and what is known of the records' fields. */
@NullMarked
package dev.minori.sync.intake;

import org.jspecify.annotations.NullMarked;
