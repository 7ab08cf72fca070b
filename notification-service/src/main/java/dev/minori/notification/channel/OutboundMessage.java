package dev.minori.notification.channel;

import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way to one place.
 *
 * @param deliveryId stays the same however often it is tried, and so does the Message-ID made of it
 * @param language ISO 639-1
 * @param html empty where the place shows plain text only
 * @param at when it is sent, for the Date header
 */
public record OutboundMessage(
        UUID deliveryId, Destination to, String language, String subject, String text, String html, Instant at) {

    /** Where a message goes. */
    public sealed interface Destination {}

    /** A mailbox. */
    public record Mailbox(String name, String address) implements Destination {}

    /** A room behind a webhook. */
    public record Room(UUID channelId) implements Destination {}
}
