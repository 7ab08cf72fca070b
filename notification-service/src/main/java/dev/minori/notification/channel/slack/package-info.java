/** Rooms behind a Slack-compatible incoming webhook. */
@NullMarked
package dev.minori.notification.channel.slack;

import org.jspecify.annotations.NullMarked;
