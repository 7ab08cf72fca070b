/** Identifiers: UUIDv7 for new things, name-based UUIDs for things that others named. */
@NullMarked
package dev.minori.kit.id;

import org.jspecify.annotations.NullMarked;
