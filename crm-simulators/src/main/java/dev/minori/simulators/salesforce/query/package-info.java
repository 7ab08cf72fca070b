/** REST query, queryAll and their locator pages. */
@NullMarked
package dev.minori.simulators.salesforce.query;

import org.jspecify.annotations.NullMarked;
