package dev.minori.simulators.salesforce.soap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private final OrgSchema schema;
    private final SoapXml xml;

    RecordXml(OrgSchema schema, SoapXml xml) {
        this.schema = schema;
        this.xml = xml;
    }

    /** A page of a query, in the element {@code result}. */
    void result(byte[] page) throws IOException {
        xml.start("result").type("QueryResult");
        page(Json.MAPPER.readTree(page));
        xml.end();
    }

    private void page(JsonNode page) {
        xml.value("done", page.path("done").asBoolean());
        String next = page.path("nextRecordsUrl").asText("");
        xml.value("queryLocator", next.isEmpty() ? null : next.substring(next.lastIndexOf('/') + 1));
        for (JsonNode record : page.path("records")) {
            xml.start("records");
            record(record);
            xml.end();
        }
        xml.value("size", page.path("totalSize").asLong());
    }

    /** An array of records, each in an element {@code result}; null stands for one that is not there. */
    void results(byte[] records) throws IOException {
        for (JsonNode record : Json.MAPPER.readTree(records)) {
            xml.start("result");
            if (record.isNull()) {
                xml.nil();
            } else {
                record(record);
            }
            xml.end();
        }
    }

    /** A record inside an element that was just started. */
    private void record(JsonNode record) {
        String type = record.path("attributes").path("type").asText();
        Optional<ObjectType> object = schema.object(type);
        xml.type("sf:sObject");
        xml.prefixed("type", type);
        xml.prefixed("Id", record.path("Id").textValue());
        for (Map.Entry<String, JsonNode> member : record.properties()) {
            if (!member.getKey().equals("attributes")) {
                member(object, member.getKey(), member.getValue());
            }
        }
    }

    private void member(Optional<ObjectType> object, String name, JsonNode value) {
        xml.startPrefixed(name);
        if (value.isNull()) {
            xml.nil();
        } else if (!value.isObject()) {
            scalar(object, name, value);
        } else if (value.has("attributes")) {
            record(value);
        } else if (value.has("records")) {
            xml.type("QueryResult");
            page(value);
        } else {
            xml.type("address");
            ADDRESS.forEach(part -> xml.value(part, value.path(part).textValue()));
        }
        xml.end();
    }

    /** Only results of aggregates, which no describe tells of, carry their types. */
    private void scalar(Optional<ObjectType> object, String name, JsonNode value) {
        if (object.isEmpty()) {
            boolean instant = value.isTextual() && looksLikeInstant(value.textValue());
            xml.type(type(value, instant)).text(text(value, instant));
            return;
        }
        boolean instant = value.isTextual()
                && looksLikeInstant(value.textValue())
                && object.flatMap(one -> one.field(name)).map(Field::type).orElse(FieldKind.STRING)
                        == FieldKind.DATETIME;
        xml.text(text(value, instant));
    }

    private static boolean looksLikeInstant(@Nullable String text) {
        return text != null && text.length() == INSTANT_LENGTH && text.endsWith(INSTANT_END);
    }

    private static String type(JsonNode value, boolean instant) {
        if (value.isBoolean()) {
            return "xsd:boolean";
        }
        if (value.isIntegralNumber()) {
            return "xsd:int";
        }
        if (value.isNumber()) {
            return "xsd:double";
        }
        return instant ? "xsd:dateTime" : "xsd:string";
    }

    private static String text(JsonNode value, boolean instant) {
        if (instant) {
            return zulu(value.textValue());
        }
        return value.isFloatingPointNumber() ? String.valueOf(value.doubleValue()) : value.asText();
    }

    /** An instant of the REST API as SOAP writes it: {@code …000Z}. */
    static String zulu(String instant) {
        return instant.endsWith(INSTANT_END)
                ? instant.substring(0, instant.length() - INSTANT_END.length()) + "Z"
                : instant;
    }
}
