/** The Salesforce REST door: routing, versions, limits and the vendor's error shapes. */
@NullMarked
package dev.minori.simulators.salesforce;

import org.jspecify.annotations.NullMarked;
