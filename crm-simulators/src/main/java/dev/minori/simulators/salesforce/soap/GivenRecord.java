package dev.minori.simulators.salesforce.soap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.record.RecordWrites;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An sObject of a request: its type, values, fields to empty, and parents named by an external id. A type or field that is
 * not there is a fault of the whole call, as the service has it.
 */
record GivenRecord(ObjectType object, Map<String, @Nullable String> values, List<ByKey> parents) {

    GivenRecord {
        parents = List.copyOf(parents);
    }

    /** A parent by a value of its external id. */
    record ByKey(Field reference, ObjectType parent, Field key, String value) {}

    static GivenRecord of(SoapCall call, XmlElement element) {
        String type = element.textOf("type").strip();
        ObjectType object = call.object(type);
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        List<ByKey> parents = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (child.name().equals("type")) {
                continue;
            }
            if (child.name().equals("fieldsToNull")) {
                values.put(field(object, child.text().strip()), null);
            } else if (!child.children().isEmpty()) {
                parents.add(parent(call.session().schema(), object, child));
            } else if (!child.nil()
                    && !(child.name().equals("Id") && child.text().isBlank())) {
                values.put(field(object, child.name()), child.text());
            }
        }
        // The object decides who may write it, before any record is looked at.
        RecordWrites.writable(call.session().schema(), object.name());
        return new GivenRecord(object, values, parents);
    }

    private static String field(ObjectType object, String name) {
        return object.field(name).map(Field::name).orElseThrow(() -> unknown(object, name));
    }

    private static SalesforceFault unknown(ObjectType object, String name) {
        return new SalesforceFault(
                400,
                "INVALID_FIELD",
                "No such column '" + name + "' on entity '" + object.name()
                        + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom"
                        + " field name. Please reference your WSDL or the describe call for the appropriate names.");
    }

    private static ByKey parent(OrgSchema schema, ObjectType object, XmlElement element) {
        Field reference = object.relationship(element.name()).orElseThrow(() -> unknown(object, element.name()));
        ObjectType parent = schema.object(String.valueOf(reference.referenceTo()))
                .orElseThrow(() -> unknown(object, element.name()));
        XmlElement given = element.children().stream()
                .filter(child -> !child.name().equals("type"))
                .findFirst()
                .orElseThrow(() -> unknown(object, element.name()));
        Field key = parent.field(given.name())
                .filter(Field::externalId)
                .orElseThrow(() -> new SalesforceFault(
                        400,
                        "INVALID_FIELD",
                        "Field name provided, " + given.name() + " is not an External ID or indexed field for "
                                + parent.name()));
        return new ByKey(reference, parent, key, given.text().strip());
    }

    /** The values as the writers take them, parents looked up. */
    ObjectNode body(RecordWrites writes) throws SQLException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        values.forEach(body::put);
        for (ByKey parent : parents) {
            body.put(parent.reference.name(), writes.referenced(parent.parent, parent.key, parent.value));
        }
        return body;
    }

    static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a value that was put is not there");
        }
        return value;
    }
}
