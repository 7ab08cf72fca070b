/** The tenant on whose behalf the program acts, and the hook that tells the database. */
@NullMarked
package dev.minori.kit.workspace;

import org.jspecify.annotations.NullMarked;
