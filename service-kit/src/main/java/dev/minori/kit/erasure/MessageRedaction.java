package dev.minori.kit.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.kit.json.EventJson;
import java.io.IOException;
import java.util.Set;

/**
 * Takes a person out of a message that waits in the outbox or in parking. The message stays, because order must hold and
 * it may concern others too: an erased fact becomes a removed one, texts that quote it are emptied.
 */
final class MessageRedaction {
    private MessageRedaction() {}

    /** The message without the person. Throws IOException if it is not JSON. */
    static byte[] redact(byte[] payload, Set<String> factIds) throws IOException {
        JsonNode message = EventJson.mapper().readTree(payload);
        walk(message, factIds);
        return EventJson.mapper().writeValueAsBytes(message);
    }

    private static void walk(JsonNode node, Set<String> factIds) {
        if (node instanceof ObjectNode object) {
            redact(object, factIds);
        }
        node.forEach(child -> walk(child, factIds));
    }

    private static void redact(ObjectNode node, Set<String> factIds) {
        if (node.has("values") && isOneOf(node.get("factId"), factIds)) {
            node.remove("values");
            node.put("removed", true);
        }
        if (node.path("subject") instanceof ObjectNode subject && isOneOf(subject.get("factId"), factIds)) {
            subject.remove("label");
            if (node.has("evidence")) {
                node.putObject("evidence");
            }
        }
        if (node.has("data")) {
            for (JsonNode quoted : node.path("quotedFactIds")) {
                if (isOneOf(quoted, factIds)) {
                    node.putObject("data");
                }
            }
        }
    }

    private static boolean isOneOf(JsonNode id, Set<String> factIds) {
        return id != null && factIds.contains(id.asText());
    }
}
