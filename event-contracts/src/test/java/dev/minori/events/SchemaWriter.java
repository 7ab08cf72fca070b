package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.events.fact.FactValues;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as JSON Schema 2020-12. What is not {@code @Nullable} is required; more properties than named are
 * allowed, because later versions add some.
 */
final class SchemaWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private SchemaWriter() {}

    /** The schema of an event, without its envelope. */
    static ObjectNode event(String type, Class<?> event) {
        SchemaWriter writer = new SchemaWriter();
        ObjectNode properties = JSON.objectNode();
        properties.set("type", JSON.objectNode().put("const", type));
        ObjectNode body = writer.record(event, properties);
        ((ArrayNode) body.get("required")).insert(0, "type");
        return writer.document(type, body);
    }

    /** The schema of the envelope around every event. */
    static ObjectNode envelope() {
        SchemaWriter writer = new SchemaWriter();
        ObjectNode body = writer.record(Envelope.class, JSON.objectNode());
        return writer.document("envelope", body);
    }

    private ObjectNode document(String name, ObjectNode body) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", DIALECT);
        schema.put("$id", "https://minori.dev/schemas/events/" + name + ".json");
        schema.put("title", name);
        schema.setAll(body);
        if (!definitions.isEmpty()) {
            schema.set("$defs", JSON.objectNode().setAll(definitions));
        }
        return schema;
    }

    private ObjectNode record(Class<?> record, ObjectNode properties) {
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : record.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            ObjectNode value = value(component.getGenericType());
            properties.set(component.getName(), nullable ? orNull(value) : value);
            if (!nullable) {
                required.add(component.getName());
            }
        }
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
        return schema;
    }

    private ObjectNode value(Type type) {
        return switch (type) {
            case ParameterizedType generic
            when generic.getRawType() == List.class -> {
                ObjectNode list = JSON.objectNode().put("type", "array");
                yield list.set("items", value(generic.getActualTypeArguments()[0]));
            }
            case ParameterizedType generic
            when generic.getRawType() == Map.class -> {
                ObjectNode map = JSON.objectNode().put("type", "object");
                yield map.set("additionalProperties", value(generic.getActualTypeArguments()[1]));
            }
            case Class<?> plain -> plain(plain);
            default -> anyEvent();
        };
    }

    private ObjectNode plain(Class<?> type) {
        ObjectNode schema = JSON.objectNode();
        if (type == String.class) {
            return schema.put("type", "string");
        }
        if (type == UUID.class) {
            return schema.put("type", "string").put("format", "uuid");
        }
        if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type == int.class || type == long.class || type == Long.class) {
            return schema.put("type", "integer");
        }
        if (type == double.class || type == Double.class) {
            return schema.put("type", "number");
        }
        if (type.isEnum()) {
            return schema.set("enum", constants(type));
        }
        if (type == FactValues.class) {
            return schema.set("oneOf", factValues());
        }
        if (type.isRecord()) {
            return reference(type.getSimpleName(), type, JSON.objectNode());
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private ArrayNode factValues() {
        ArrayNode choices = JSON.arrayNode();
        for (JsonSubTypes.Type type :
                FactValues.class.getAnnotation(JsonSubTypes.class).value()) {
            ObjectNode dataset = JSON.objectNode();
            dataset.set("dataset", JSON.objectNode().put("const", type.name()));
            choices.add(reference(type.value().getSimpleName(), type.value(), dataset));
            ArrayNode required =
                    (ArrayNode) definitions.get(type.value().getSimpleName()).get("required");
            if (!required.has(0) || !"dataset".equals(required.get(0).textValue())) {
                required.insert(0, "dataset");
            }
        }
        return choices;
    }

    private ObjectNode reference(String name, Class<?> record, ObjectNode properties) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, JSON.objectNode());
            definitions.put(name, record(record, properties));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode anyEvent() {
        ObjectNode event = JSON.objectNode().put("type", "object");
        event.set("required", JSON.arrayNode().add("type"));
        return event;
    }

    private static ObjectNode orNull(ObjectNode value) {
        JsonNode type = value.get("type");
        if (type != null && type.isTextual()) {
            ObjectNode nullable = value.deepCopy();
            return nullable.set("type", JSON.arrayNode().add(type.textValue()).add("null"));
        }
        ArrayNode choices = JSON.arrayNode().add(value).add(JSON.objectNode().put("type", "null"));
        return JSON.objectNode().set("anyOf", choices);
    }

    private static ArrayNode constants(Class<?> type) {
        ArrayNode names = JSON.arrayNode();
        for (Field field : type.getFields()) {
            if (field.isEnumConstant()) {
                JsonProperty named = field.getAnnotation(JsonProperty.class);
                names.add(named == null ? field.getName() : named.value());
            }
        }
        return names;
    }
}
