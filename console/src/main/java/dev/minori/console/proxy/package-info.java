/** The way from the browser to the services, with the person's own token. */
@NullMarked
package dev.minori.console.proxy;

import org.jspecify.annotations.NullMarked;
