/** Access to the simulators' PostgreSQL database: pool, migrations and bulk load. */
@NullMarked
package dev.minori.simulators.store;

import org.jspecify.annotations.NullMarked;
