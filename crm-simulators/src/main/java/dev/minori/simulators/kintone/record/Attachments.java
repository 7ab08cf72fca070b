package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.file.FileStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Attaches files to a record: what it has already stays under its key, uploaded ones get a key of their own. */
final class Attachments {

    private final Connection connection;
    private final App app;
    private final Instant now;

    Attachments(Connection connection, App app, Instant now) {
        this.connection = connection;
        this.app = app;
        this.now = now;
    }

    /** The value of a file field as it is stored. */
    ArrayNode attached(JsonNode given, JsonNode before) throws SQLException {
        ArrayNode files = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : given) {
            String key = item.path("fileKey").asText("");
            JsonNode kept = null;
            for (JsonNode old : before) {
                if (old.path("fileKey").asText().equals(key)) {
                    kept = old;
                }
            }
            files.add(kept == null ? taken(key) : kept);
        }
        return files;
    }

    private ObjectNode taken(String key) throws SQLException {
        FileStore.Described file =
                FileStore.attach(connection, app.id(), key, now).orElseThrow(() -> KintoneFault.noFile(key));
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("fileKey", file.key());
        entry.put("name", file.name());
        entry.put("contentType", file.contentType());
        entry.put("size", String.valueOf(file.size()));
        return entry;
    }
}
