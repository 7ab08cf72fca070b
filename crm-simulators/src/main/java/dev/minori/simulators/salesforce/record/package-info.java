/** Creating, reading, changing and deleting single records. */
@NullMarked
package dev.minori.simulators.salesforce.record;

import org.jspecify.annotations.NullMarked;
