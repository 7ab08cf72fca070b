/** HTTP door of schema changes. */
@NullMarked
package dev.minori.sync.schema.rest;

import org.jspecify.annotations.NullMarked;
