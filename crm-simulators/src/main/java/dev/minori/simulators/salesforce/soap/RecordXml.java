package dev.minori.simulators.salesforce.soap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes records and query results, given as the JSON of the REST API, as the partner API does: the type first, then an id
 * that is nil unless it was selected, then the selected fields, all of them text.
 */
final class RecordXml {

    private static final int INSTANT_LENGTH = 28;
    private static final String INSTANT_END = "+0000";
    private static final List<String> ADDRESS = List.of(
            "latitude",
            "longitude",
            "city",
            "country",
            "countryCode",
            "geocodeAccuracy",
            "postalCode",
            "state",
            "stateCode",
            "street");

    private static final JsonFactory JSON = new JsonFactory();

    private final OrgSchema schema;
    private final SoapXml xml;
    private final Map<String, Known> known = new HashMap<>();

    RecordXml(OrgSchema schema, SoapXml xml) {
        this.schema = schema;
        this.xml = xml;
    }

    /**
     * What is known of a type of records.
     *
     * @param object empty for results of aggregates, which no describe tells of
     * @param names elements of members by their names
     * @param instants whether a member is an instant, by its name
     */
    private record Known(Optional<ObjectType> object, Map<String, String> names, Map<String, Boolean> instants) {

        String element(String name) {
            return names.computeIfAbsent(name, one -> "sf:" + one);
        }

        boolean instant(String name) {
            return instants.computeIfAbsent(
                    name,
                    one -> object.flatMap(type -> type.field(one))
                            .filter(field -> field.type() == FieldKind.DATETIME)
                            .isPresent());
        }
    }

    /** A page of a query, in the element {@code result}. */
    void result(ByteBuffer page) throws IOException {
        xml.expect(page.remaining() * 3 / 2);
        try (JsonParser json = parser(page)) {
            xml.start("result").type("QueryResult");
            json.nextToken();
            json.nextToken();
            page(json);
            xml.end();
        }
    }

    private static JsonParser parser(ByteBuffer document) throws IOException {
        return JSON.createParser(document.array(), document.arrayOffset() + document.position(), document.remaining());
    }

    /** The members of a page, from the name of the first on: the total comes first there and last here. */
    private void page(JsonParser json) throws IOException {
        long total = 0;
        boolean done = false;
        String next = "";
        for (; json.currentToken() == JsonToken.FIELD_NAME; json.nextToken()) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "totalSize" -> total = json.getLongValue();
                case "done" -> done = json.getBooleanValue();
                case "nextRecordsUrl" -> next = json.getText();
                case "records" -> {
                    xml.value("done", done);
                    xml.value("queryLocator", next.isEmpty() ? null : next.substring(next.lastIndexOf('/') + 1));
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        xml.start("records");
                        json.nextToken();
                        record(json);
                        xml.end();
                    }
                }
                default -> throw unexpected(name);
            }
        }
        xml.value("size", total);
    }

    private static IllegalStateException unexpected(String name) {
        return new IllegalStateException("records do not have " + name + " there");
    }

    /** An array of records, each in an element {@code result}; null stands for one that is not there. */
    void results(byte[] records) throws IOException {
        try (JsonParser json = parser(ByteBuffer.wrap(records))) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                xml.start("result");
                if (json.currentToken() == JsonToken.VALUE_NULL) {
                    xml.nil();
                } else {
                    json.nextToken();
                    record(json);
                }
                xml.end();
            }
        }
    }

    /** A record inside an element that was just started, from the name of its attributes on. */
    private void record(JsonParser json) throws IOException {
        String type = attributes(json);
        Known own =
                known.computeIfAbsent(type, name -> new Known(schema.object(name), new HashMap<>(), new HashMap<>()));
        xml.type("sf:sObject");
        xml.prefixed("type", type);
        int idPlace = xml.absentId();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("Id") && value == JsonToken.VALUE_STRING) {
                xml.presentId(idPlace, json.getText());
            }
            member(json, own, name, value);
        }
    }

    private static String attributes(JsonParser json) throws IOException {
        if (!"attributes".equals(json.currentName())) {
            throw unexpected(String.valueOf(json.currentName()));
        }
        String type = "";
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean ofType = json.currentName().equals("type");
            json.nextToken();
            type = ofType ? json.getText() : type;
        }
        return type;
    }

    private void member(JsonParser json, Known own, String name, JsonToken value) throws IOException {
        xml.startNamed(own.element(name));
        if (value == JsonToken.VALUE_NULL) {
            xml.nil();
        } else if (value != JsonToken.START_OBJECT) {
            scalar(json, own, name, value);
        } else {
            json.nextToken();
            switch (String.valueOf(json.currentName())) {
                case "attributes" -> record(json);
                case "totalSize" -> {
                    xml.type("QueryResult");
                    page(json);
                }
                default -> address(json);
            }
        }
        xml.end();
    }

    private void address(JsonParser json) throws IOException {
        Map<String, String> parts = new HashMap<>();
        for (; json.currentToken() == JsonToken.FIELD_NAME; json.nextToken()) {
            String part = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                parts.put(part, json.getText());
            }
        }
        xml.type("address");
        ADDRESS.forEach(part -> xml.value(part, parts.get(part)));
    }

    /** Only results of aggregates, which no describe tells of, carry their types. */
    private void scalar(JsonParser json, Known own, String name, JsonToken token) throws IOException {
        String text = json.getText();
        boolean instant = token == JsonToken.VALUE_STRING
                && looksLikeInstant(text)
                && (own.object.isEmpty() || own.instant(name));
        if (own.object.isEmpty()) {
            xml.type(type(token, instant));
        }
        xml.text(instant ? zulu(text) : text);
    }

    private static boolean looksLikeInstant(String text) {
        return text.length() == INSTANT_LENGTH && text.endsWith(INSTANT_END);
    }

    private static String type(JsonToken value, boolean instant) {
        return switch (value) {
            case VALUE_TRUE, VALUE_FALSE -> "xsd:boolean";
            case VALUE_NUMBER_INT -> "xsd:int";
            case VALUE_NUMBER_FLOAT -> "xsd:double";
            default -> instant ? "xsd:dateTime" : "xsd:string";
        };
    }

    /** An instant of the REST API as SOAP writes it: {@code …000Z}. */
    static String zulu(String instant) {
        return instant.endsWith(INSTANT_END)
                ? instant.substring(0, instant.length() - INSTANT_END.length()) + "Z"
                : instant;
    }
}
