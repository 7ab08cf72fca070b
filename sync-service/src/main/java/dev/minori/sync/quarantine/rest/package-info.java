/** HTTP door of the quarantine. */
@NullMarked
package dev.minori.sync.quarantine.rest;

import org.jspecify.annotations.NullMarked;
