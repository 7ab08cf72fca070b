package dev.minori.notification.template;

import java.util.Map;

/**
 * For whom a message is written and with what.
 *
 * @param recipientName the person's name, or the room's
 * @param workspaceName the company that runs Minori
 * @param data the values of the request
 */
public record MessageContext(String recipientName, String workspaceName, Map<String, String> data) {
    public MessageContext {
        data = Map.copyOf(data);
    }
}
