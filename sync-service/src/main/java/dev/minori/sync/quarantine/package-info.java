/** Rows that did not become facts, why, and their second chance. */
@NullMarked
package dev.minori.sync.quarantine;

import org.jspecify.annotations.NullMarked;
