/** PostgreSQL, Kafka and OIDC for the tests of other modules; plain Java, no test framework. */
@NullMarked
package dev.minori.platform.testing;

import org.jspecify.annotations.NullMarked;
