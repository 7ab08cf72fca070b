package dev.minori.simulators.salesforce.async;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.bulk.Csv;
import dev.minori.simulators.salesforce.bulk.IngestRows;
import dev.minori.simulators.salesforce.soap.XmlElement;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * What a batch is to write, whatever format it came in: headings and cells as in a CSV file. In XML and JSON a record has
 * only the fields it names, and a parent is named by an object of its own inside. Source: Bulk API Developer Guide, "Prepare
 * Data Files".
 */
record AsyncRows(List<String> headings, List<List<String>> rows) {

    AsyncRows {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** Reads a batch; what cannot be read fails it. */
    static AsyncRows read(AsyncJob.Format format, byte[] content) throws IOException {
        return switch (format) {
            case CSV -> csv(content);
            case XML -> xml(content);
            case JSON -> json(content);
        };
    }

    private static AsyncRows csv(byte[] content) throws IOException {
        Csv csv = new Csv(
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8)),
                ',');
        List<String> headings = csv.next().orElse(List.of());
        List<List<String>> rows = new ArrayList<>();
        for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
            rows.add(row.get());
        }
        return new AsyncRows(headings, rows);
    }

    private static AsyncRows xml(byte[] content) {
        try {
            List<Map<String, String>> records = new ArrayList<>();
            for (XmlElement element : XmlElement.parse(content).children()) {
                Map<String, String> record = new LinkedHashMap<>();
                for (XmlElement member : element.children()) {
                    xml(record, member);
                }
                records.add(record);
            }
            return of(records);
        } catch (XMLStreamException e) {
            throw new AsyncFault("InvalidBatch", "Unable to parse the XML of the batch");
        }
    }

    private static void xml(Map<String, String> record, XmlElement member) {
        if (member.children().isEmpty()) {
            record.put(member.name(), member.nil() ? IngestRows.EMPTIED : member.text());
            return;
        }
        for (XmlElement key : member.child("sObject").orElse(member).children()) {
            record.put(member.name() + "." + key.name(), key.text());
        }
    }

    private static AsyncRows json(byte[] content) throws IOException {
        try {
            List<Map<String, String>> records = new ArrayList<>();
            for (JsonNode element : Json.MAPPER.readTree(content)) {
                Map<String, String> record = new LinkedHashMap<>();
                element.properties().forEach(member -> json(record, member.getKey(), member.getValue()));
                records.add(record);
            }
            return of(records);
        } catch (JsonProcessingException e) {
            throw new AsyncFault("InvalidBatch", "Unable to parse the JSON of the batch");
        }
    }

    private static void json(Map<String, String> record, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(key ->
                            record.put(name + "." + key.getKey(), key.getValue().asText()));
        } else {
            record.put(name, value.isNull() ? IngestRows.EMPTIED : value.asText());
        }
    }

    /** The type of a record is the job's; it is given with parents that could be of several. */
    private static AsyncRows of(List<Map<String, String>> records) {
        Set<String> names = new LinkedHashSet<>();
        records.forEach(record -> names.addAll(record.keySet()));
        names.removeIf(
                name -> name.equals("type") || name.endsWith(".type") || name.matches("(.*\\.)?attributes(\\..*)?"));
        List<List<String>> rows = new ArrayList<>();
        for (Map<String, String> record : records) {
            rows.add(names.stream().map(name -> record.getOrDefault(name, "")).toList());
        }
        return new AsyncRows(List.copyOf(names), rows);
    }
}
