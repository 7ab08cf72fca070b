/** Versions on the wire: ETag and If-Match. */
@NullMarked
package dev.minori.kit.etag;

import org.jspecify.annotations.NullMarked;
