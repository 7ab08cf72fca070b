package dev.minori.simulators.salesforce.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Writes records one by one with every check, for the calls that carry many. The caller owns the transaction. */
public final class RecordWrites {

    private final RecordStore store;
    private final OrgSchema schema;

    public RecordWrites(Connection connection, Session session, Clock clock) {
        this.store = new RecordStore(connection, session, clock);
        this.schema = session.schema();
    }

    /** What became of a record. */
    public record Saved(String id, boolean created) {}

    /** An object that integrations may write. */
    public static ObjectType writable(OrgSchema schema, String name) {
        ObjectType object = schema.object(name)
                .orElseThrow(() ->
                        new SalesforceFault(400, "INVALID_TYPE", "sObject type '" + name + "' is not supported."));
        RecordStore.allow(object, object.createable() || object.updateable() || object.deletable());
        return object;
    }

    /** The field an upsert goes by: the id or an external id. */
    public static Field key(ObjectType object, String name) {
        Optional<Field> key = object.field(name)
                .filter(field -> field.externalId() || field.name().equals("Id"));
        return key.orElseThrow(() -> new SalesforceFault(
                404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + name));
    }

    /** Creates a record. */
    public Saved create(ObjectType object, JsonNode body) throws SQLException {
        return new Saved(store.insert(object, FieldValues.forCreate(object, body)), true);
    }

    /** Changes a record that is not deleted. */
    public Saved update(ObjectType object, String given, JsonNode body) throws SQLException {
        String id = existing(object, given);
        store.update(object, id, FieldValues.forUpdate(object, body));
        return new Saved(id, false);
    }

    /** Creates or changes the record that has a value in a key field. */
    public Saved upsert(ObjectType object, Field key, String value, ObjectNode body) throws SQLException {
        if (key.name().equals("Id")) {
            return value.isEmpty() ? create(object, body) : update(object, value, body);
        }
        if (value.isEmpty()) {
            throw new SalesforceFault(400, "MISSING_ARGUMENT", key.name() + " not specified", List.of(key.name()));
        }
        List<String> ids = store.findByKey(object, key, value);
        if (ids.isEmpty()) {
            body.put(key.name(), value);
            return create(object, body);
        }
        if (ids.size() > 1) {
            throw new SalesforceFault(
                    400,
                    "DUPLICATE_EXTERNAL_ID",
                    key.name() + ": more than one record found for external id field: " + ids,
                    List.of(key.name()));
        }
        return update(object, ids.getFirst(), body);
    }

    /** Moves a record to the recycle bin. */
    public Saved delete(String given) throws SQLException {
        return delete(object(given), given);
    }

    /** Moves a record of a known object to the recycle bin. */
    public Saved delete(ObjectType object, String given) throws SQLException {
        RecordStore.allow(object, object.deletable());
        String id = existing(object, given);
        store.delete(object, List.of(id));
        return new Saved(id, false);
    }

    /** Removes a record for good. */
    public Saved purge(ObjectType object, String given) throws SQLException {
        Saved deleted = delete(object, given);
        store.purge(object, List.of(deleted.id()));
        return deleted;
    }

    /** The id of the record that has a value in an external id field, for references made by it. */
    public String referenced(ObjectType parent, Field key, String value) throws SQLException {
        List<String> ids = store.findByKey(parent, key, value);
        if (ids.size() != 1) {
            throw new SalesforceFault(
                    400,
                    "INVALID_FIELD",
                    "Foreign key external ID: " + value + (ids.isEmpty() ? " not found" : " is not unique")
                            + " for field " + key.name() + " in entity " + parent.name());
        }
        return ids.getFirst();
    }

    private ObjectType object(String given) {
        return SalesforceId.normalise(given)
                .flatMap(schema::objectOfId)
                .map(found -> writable(schema, found.name()))
                .orElseThrow(() -> malformedId(given));
    }

    /** The id of a record that is there and not deleted. */
    String existing(ObjectType object, String given) throws SQLException {
        String id = SalesforceId.normalise(given).orElseThrow(() -> malformedId(given));
        Optional<RecordStore.Known> known =
                id.startsWith(object.keyPrefix()) ? store.find(object, id) : Optional.empty();
        if (known.isEmpty()) {
            throw new SalesforceFault(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        }
        if (known.get().deleted()) {
            throw new SalesforceFault(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        return id;
    }

    private static SalesforceFault malformedId(String given) {
        return new SalesforceFault(400, "MALFORMED_ID", "malformed id " + given);
    }
}
