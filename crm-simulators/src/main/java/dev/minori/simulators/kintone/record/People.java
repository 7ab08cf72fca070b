package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.kintone.app.Entity;
import dev.minori.simulators.kintone.app.FieldType;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is meant by the entities of a status. */
final class People {

    private People() {}

    /** The users that entities stand for, each once. */
    static List<ObjectNode> of(Connection connection, List<Entity> entities, RecordTable.Known record)
            throws SQLException {
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        for (Entity entity : entities) {
            String code = entity.code() == null ? "" : entity.code();
            List<ObjectNode> users = switch (entity.type()) {
                case "USER" -> List.of(user(connection, code));
                case "GROUP" ->
                    Sql.list(
                            connection,
                            row -> user(row.getString(1), row.getString(2)),
                            "select code, name from kt_user where ? = any(groups) order by code",
                            code);
                case "FIELD_ENTITY" -> inField(code, record);
                case "CREATOR" -> List.of(user("Administrator", "Administrator"));
                default -> List.of();
            };
            users.forEach(user -> found.putIfAbsent(user.path("code").asText(), user));
        }
        return List.copyOf(found.values());
    }

    /** A user by code. One that nobody knows bears his code as name. */
    static ObjectNode user(Connection connection, String code) throws SQLException {
        return Sql.first(
                        connection,
                        row -> user(code, row.getString(1)),
                        "select name from kt_user where code = ?",
                        code)
                .orElseGet(() -> user(code, code));
    }

    private static ObjectNode user(String code, String name) {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("name", name);
    }

    private static List<ObjectNode> inField(String code, RecordTable.Known record) throws SQLException {
        if (code.equals("作成者") && RecordTable.parsed(record.creator()) instanceof ObjectNode creator) {
            return List.of(creator);
        }
        for (var entry : record.json().entrySet()) {
            if (entry.getKey().code().equals(code) && entry.getKey().type() == FieldType.USER_SELECT) {
                return entry.getValue()
                        .valueStream()
                        .filter(JsonNode::isObject)
                        .map(ObjectNode.class::cast)
                        .toList();
            }
        }
        return List.of();
    }
}
