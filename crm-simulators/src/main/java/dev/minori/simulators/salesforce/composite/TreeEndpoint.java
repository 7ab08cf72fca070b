package dev.minori.simulators.salesforce.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.record.JsonBodies;
import dev.minori.simulators.salesforce.record.RecordWrites;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /composite/tree/{object}}: records with their children, all or none. Source: REST API Developer Guide,
 * "sObject Tree".
 */
public final class TreeEndpoint {

    private static final int MAX_RECORDS = 200;
    private static final int MAX_LEVELS = 5;

    private final Database database;
    private final Clock clock;

    public TreeEndpoint(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A record of the tree; its parent's id comes when the parent was created. */
    private record Planned(ObjectType object, String referenceId, ObjectNode body, String parentField, int parent) {}

    /** 201 with the ids by reference, or 400 with what was wrong where. */
    public void create(Call call) throws IOException, SQLException {
        ObjectType object = RecordWrites.writable(call.schema(), call.object().name());
        ObjectNode body = JsonBodies.object(call.exchange().body());
        List<Planned> plan = new ArrayList<>();
        plan(call.schema(), object, body.path("records"), plan, "", -1, 1);
        if (plan.isEmpty() || plan.size() > MAX_RECORDS) {
            throw new SalesforceFault(
                    400, "INVALID_INPUT", "a tree holds 1 to " + MAX_RECORDS + " records, was " + plan.size());
        }
        List<Object> saved = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        database.together(() -> {
            List<String> ids = new ArrayList<>();
            for (Planned record : plan) {
                String parent = record.parent < 0 ? "" : ids.get(record.parent);
                ids.add(create(call, record, parent, saved, failed));
            }
            return failed.isEmpty() ? Optional.of(true) : Optional.empty();
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("hasErrors", !failed.isEmpty());
        answer.put("results", failed.isEmpty() ? saved : failed);
        call.json(failed.isEmpty() ? 201 : 400, answer);
    }

    /** The new id; empty when the record, or a parent of it, was refused. */
    private String create(Call call, Planned record, String parent, List<Object> saved, List<Object> failed)
            throws SQLException {
        if (record.parent >= 0) {
            if (parent.isEmpty()) {
                return "";
            }
            record.body.put(record.parentField, parent);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("referenceId", record.referenceId);
        try {
            String id = database.transact(connection ->
                            new RecordWrites(connection, call.session(), clock).create(record.object, record.body))
                    .id();
            result.put("id", id);
            saved.add(result);
            return id;
        } catch (SalesforceFault fault) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("statusCode", fault.errorCode());
            error.put("message", fault.text());
            error.put("fields", fault.fields());
            result.put("errors", List.of(error));
            failed.add(result);
            return "";
        }
    }

    private static void plan(
            OrgSchema schema,
            ObjectType object,
            JsonNode records,
            List<Planned> plan,
            String parentField,
            int parent,
            int level) {
        if (level > MAX_LEVELS) {
            throw new SalesforceFault(400, "INVALID_INPUT", "a tree has at most " + MAX_LEVELS + " levels");
        }
        for (JsonNode record : records) {
            String type = record.path("attributes").path("type").asText("");
            String referenceId = record.path("attributes").path("referenceId").asText("");
            boolean known = plan.stream().anyMatch(other -> other.referenceId.equals(referenceId));
            if (!type.equalsIgnoreCase(object.name()) || referenceId.isEmpty() || known) {
                throw new SalesforceFault(
                        400,
                        "INVALID_INPUT",
                        "every record needs attributes with type " + object.name() + " and a referenceId of its own");
            }
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            plan.add(new Planned(object, referenceId, body, parentField, parent));
            int own = plan.size() - 1;
            for (Map.Entry<String, JsonNode> property : record.properties()) {
                if (!property.getValue().path("records").isArray()) {
                    body.set(property.getKey(), property.getValue());
                    continue;
                }
                OrgSchema.ChildRelationship children = schema.children(object, property.getKey())
                        .orElseThrow(() -> new SalesforceFault(
                                400,
                                "INVALID_FIELD",
                                "No such relation '" + property.getKey() + "' on sobject of type " + object.name()));
                plan(
                        schema,
                        children.object(),
                        property.getValue().path("records"),
                        plan,
                        children.field().name(),
                        own,
                        level + 1);
            }
        }
    }
}
