/** What the tests of every service share. */
@NullMarked
package dev.minori.kit.testing;

import org.jspecify.annotations.NullMarked;
