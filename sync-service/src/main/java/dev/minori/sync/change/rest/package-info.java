/** Changes over HTTP. */
@NullMarked
package dev.minori.sync.change.rest;

import org.jspecify.annotations.NullMarked;
