/** The one way out to source systems over HTTP: time-outs, retries, and the count of calls spent. */
@NullMarked
package dev.minori.sync.source.http;

import org.jspecify.annotations.NullMarked;
