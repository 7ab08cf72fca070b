/** The SOAP partner API: the same records, queries and describes as by REST, in envelopes. */
@NullMarked
package dev.minori.simulators.salesforce.soap;

import org.jspecify.annotations.NullMarked;
