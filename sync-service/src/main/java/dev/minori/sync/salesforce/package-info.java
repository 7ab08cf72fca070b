/** Salesforce: sign-in, describe, REST query and Bulk API 2.0. Nothing of it leaves this package but the source interfaces. */
@NullMarked
package dev.minori.sync.salesforce;

import org.jspecify.annotations.NullMarked;
