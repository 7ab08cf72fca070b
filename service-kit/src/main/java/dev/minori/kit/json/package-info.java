/** The one JSON mapper of messages and stored events. */
@NullMarked
package dev.minori.kit.json;

import org.jspecify.annotations.NullMarked;
