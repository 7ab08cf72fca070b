/** What a notification says, in Japanese and English: versioned documents and how they become a message. */
@NullMarked
package dev.minori.notification.template;

import org.jspecify.annotations.NullMarked;
