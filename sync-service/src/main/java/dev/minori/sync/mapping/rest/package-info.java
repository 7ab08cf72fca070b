/** HTTP door of table mappings. */
@NullMarked
package dev.minori.sync.mapping.rest;

import org.jspecify.annotations.NullMarked;
