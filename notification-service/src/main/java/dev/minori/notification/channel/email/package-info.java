/** E-mail by SMTP. */
@NullMarked
package dev.minori.notification.channel.email;

import org.jspecify.annotations.NullMarked;
