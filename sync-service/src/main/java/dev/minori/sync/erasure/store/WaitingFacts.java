package dev.minori.sync.erasure.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.erasure.Redaction;
import dev.minori.sync.erasure.Traces;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Facts about others that wait in the outbox and hold something of a person: those texts go, the facts stay. */
final class WaitingFacts {
    private final Connection connection;
    private final Traces traces;
    private final Map<String, Set<String>> goneByFact = new HashMap<>();

    WaitingFacts(Connection connection, Traces traces) {
        this.connection = connection;
        this.traces = traces;
    }

    private record Waiting(UUID eventId, byte[] payload) {}

    /** Adds a fact; {@code gone} are the texts that its source row lost. */
    void add(UUID factId, Set<String> gone) {
        goneByFact.put(factId.toString(), gone);
    }

    void redact() throws SQLException {
        if (goneByFact.isEmpty()) {
            return;
        }
        List<Waiting> messages = Database.query(
                connection,
                """
                select event_id, payload from outbox_message where workspace_id = ? and exists
                  (select from unnest(?::text[]) id where position(convert_to(id, 'UTF8') in payload) > 0) for update
                """,
                row -> new Waiting(row.uuid("event_id"), row.bytes("payload")),
                WorkspaceContext.current(),
                List.copyOf(goneByFact.keySet()));
        for (Waiting message : messages) {
            Database.update(
                    connection,
                    "update outbox_message set payload = ? where workspace_id = ? and event_id = ?",
                    redacted(message),
                    WorkspaceContext.current(),
                    message.eventId());
        }
    }

    private byte[] redacted(Waiting message) throws SQLException {
        try {
            JsonNode envelope = EventJson.mapper().readTree(message.payload());
            for (JsonNode fact : envelope.path("event").path("facts")) {
                Set<String> gone = goneByFact.get(fact.path("factId").asText());
                if (gone != null && fact.path("values") instanceof ObjectNode values) {
                    redact(values, gone);
                }
            }
            return EventJson.mapper().writeValueAsBytes(envelope);
        } catch (IOException notJson) {
            throw new SQLException("a waiting message is not JSON: " + message.eventId(), notJson);
        }
    }

    private void redact(ObjectNode values, Set<String> gone) {
        for (Map.Entry<String, JsonNode> value : List.copyOf(values.properties())) {
            if (value.getValue().isTextual() && tells(value.getValue().asText(), gone)) {
                values.put(value.getKey(), Redaction.ERASED);
            }
        }
    }

    private boolean tells(String text, Set<String> gone) {
        return traces.hasAddress(text)
                || traces.hasPhoneOrName(text)
                || gone.stream().anyMatch(lost -> !lost.isBlank() && text.contains(lost));
    }
}
