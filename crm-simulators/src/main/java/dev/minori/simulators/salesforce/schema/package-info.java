/** Objects and fields of an org: definitions, tables and describe documents. */
@NullMarked
package dev.minori.simulators.salesforce.schema;

import org.jspecify.annotations.NullMarked;
