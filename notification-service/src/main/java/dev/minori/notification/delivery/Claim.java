package dev.minori.notification.delivery;

import java.util.UUID;

/**
 * The right to send one delivery, until its lease ends.
 *
 * @param fence grows with every claim of the delivery; an older one is worth nothing
 */
public record Claim(UUID workspaceId, UUID deliveryId, long fence) {}
