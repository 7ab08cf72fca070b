/** Preferences over HTTP. */
@NullMarked
package dev.minori.notification.preference.rest;

import org.jspecify.annotations.NullMarked;
