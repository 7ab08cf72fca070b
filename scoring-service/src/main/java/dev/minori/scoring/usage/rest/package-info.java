/** Usage over HTTP. */
@NullMarked
package dev.minori.scoring.usage.rest;

import org.jspecify.annotations.NullMarked;
