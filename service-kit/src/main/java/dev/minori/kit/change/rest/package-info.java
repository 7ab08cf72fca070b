/** Changes over HTTP, as server-sent events. */
@NullMarked
package dev.minori.kit.change.rest;

import org.jspecify.annotations.NullMarked;
