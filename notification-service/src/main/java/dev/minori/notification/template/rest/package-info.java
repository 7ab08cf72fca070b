/** Templates over HTTP. */
@NullMarked
package dev.minori.notification.template.rest;

import org.jspecify.annotations.NullMarked;
