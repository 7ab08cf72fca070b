/** Secrets of channels, encrypted at rest. */
@NullMarked
package dev.minori.notification.channel.credential;

import org.jspecify.annotations.NullMarked;
