package dev.minori.notification.recipient;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A mail address to which nothing is sent, because a server refused it for good.
 *
 * @param address in lower case
 * @param code the server's reply
 */
public record SuppressedAddress(String address, int code, String reason, UUID deliveryId, Instant since) {

    /** How an address is stored and looked up. */
    public static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
