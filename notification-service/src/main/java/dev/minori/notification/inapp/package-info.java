/** What the bell in the console shows a member. */
@NullMarked
package dev.minori.notification.inapp;

import org.jspecify.annotations.NullMarked;
