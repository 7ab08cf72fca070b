/** Mechanisms are broken on purpose, one after the other, and the test that is named for each must notice. */
@NullMarked
package dev.minori.kit.mutants;

import org.jspecify.annotations.NullMarked;
