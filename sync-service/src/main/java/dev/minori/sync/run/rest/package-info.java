/** HTTP door of sync runs. */
@NullMarked
package dev.minori.sync.run.rest;

import org.jspecify.annotations.NullMarked;
