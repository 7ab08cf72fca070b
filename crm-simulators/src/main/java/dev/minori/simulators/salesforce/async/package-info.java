/** Bulk API 1.0: jobs of batches, in XML, CSV or JSON. Queries only. */
@NullMarked
package dev.minori.simulators.salesforce.async;

import org.jspecify.annotations.NullMarked;
