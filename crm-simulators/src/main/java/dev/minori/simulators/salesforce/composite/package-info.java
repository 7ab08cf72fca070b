/** Many records or many requests in one call. */
@NullMarked
package dev.minori.simulators.salesforce.composite;

import org.jspecify.annotations.NullMarked;
