/** The embedded PostgreSQL server and the databases and roles that the services expect in it. */
@NullMarked
package dev.minori.platform.postgres;

import org.jspecify.annotations.NullMarked;
