/** SQL door of dry runs. */
@NullMarked
package dev.minori.sync.dryrun.store;

import org.jspecify.annotations.NullMarked;
