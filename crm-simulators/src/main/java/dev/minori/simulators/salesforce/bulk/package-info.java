/** Bulk API 2.0 query jobs and their result pages. */
@NullMarked
package dev.minori.simulators.salesforce.bulk;

import org.jspecify.annotations.NullMarked;
