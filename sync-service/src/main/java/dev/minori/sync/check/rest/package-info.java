/** HTTP door of checks. */
@NullMarked
package dev.minori.sync.check.rest;

import org.jspecify.annotations.NullMarked;
