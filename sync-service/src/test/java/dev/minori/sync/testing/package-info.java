/** What the component tests of the sync-service share: real PostgreSQL and the simulated source systems. */
@NullMarked
package dev.minori.sync.testing;

import org.jspecify.annotations.NullMarked;
