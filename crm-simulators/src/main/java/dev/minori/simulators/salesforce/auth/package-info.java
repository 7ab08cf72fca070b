/** OAuth token endpoint, connected applications and sessions. */
@NullMarked
package dev.minori.simulators.salesforce.auth;

import org.jspecify.annotations.NullMarked;
