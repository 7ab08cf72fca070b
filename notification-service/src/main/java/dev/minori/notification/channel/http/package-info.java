/** The one HTTP client for addresses that users type in: guarded against reaching inside. */
@NullMarked
package dev.minori.notification.channel.http;

import org.jspecify.annotations.NullMarked;
