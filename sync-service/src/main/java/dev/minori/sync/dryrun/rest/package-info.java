/** HTTP door of dry runs. */
@NullMarked
package dev.minori.sync.dryrun.rest;

import org.jspecify.annotations.NullMarked;
