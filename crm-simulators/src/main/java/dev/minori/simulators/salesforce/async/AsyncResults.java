package dev.minori.simulators.salesforce.async;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.bulk.CsvExport;
import dev.minori.simulators.salesforce.query.Instants;
import dev.minori.simulators.salesforce.query.RecordStream;
import dev.minori.simulators.salesforce.soql.Compiled;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.postgresql.PGConnection;

/**
 * Results of batches, one file each, in the job's format. JSON gives instants in milliseconds
 * (https://github.com/simple-salesforce/simple-salesforce/issues/290); in XML a record begins with its type and an id that
 * is nil unless it was selected.
 */
final class AsyncResults {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final Path directory;

    AsyncResults(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /** The file of a batch's result. */
    Path file(AsyncJob job, AsyncBatch batch) {
        return directory.resolve(batch.id() + "." + job.format().name().toLowerCase(Locale.ROOT));
    }

    /** The file of what a batch is to write. */
    Path request(AsyncBatch batch) {
        return directory.resolve(batch.id() + ".request");
    }

    /** Runs a query into a batch's file and tells how many records it found. */
    long write(Connection connection, AsyncJob job, AsyncBatch batch, Compiled query) throws SQLException, IOException {
        Path file = file(job, batch);
        return switch (job.format()) {
            case CSV -> csv(connection, query, file);
            case JSON -> json(connection, job, query, Instants.MILLISECONDS, file);
            case XML -> {
                Path records = directory.resolve(batch.id() + ".records");
                try {
                    long count = json(connection, job, query, Instants.ZULU, records);
                    xml(records, file);
                    yield count;
                } finally {
                    Files.deleteIfExists(records);
                }
            }
        };
    }

    private static long csv(Connection connection, Compiled query, Path file) throws SQLException, IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write((query.headers(",") + "\n").getBytes(StandardCharsets.UTF_8));
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(CsvExport.statement(query, ','), out);
        }
    }

    private static long json(Connection connection, AsyncJob job, Compiled query, Instants instants, Path file)
            throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return RecordStream.write(connection, query, "/services/data/v" + job.apiVersion(), instants, out);
        }
    }

    private static void xml(Path records, Path file) throws IOException {
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file));
                MappingIterator<JsonNode> all =
                        Json.MAPPER.readerFor(JsonNode.class).readValues(records.toFile())) {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(target, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement("queryResult");
            out.writeDefaultNamespace(AsyncDocuments.NAMESPACE);
            out.writeNamespace("xsi", XSI);
            while (all.hasNext()) {
                out.writeStartElement("records");
                record(out, all.next());
                out.writeEndElement();
            }
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IOException("the result could not be written as XML", e);
        }
    }

    private static void record(XMLStreamWriter out, JsonNode record) throws XMLStreamException {
        out.writeAttribute("xsi", XSI, "type", "sObject");
        out.writeStartElement("type");
        out.writeCharacters(record.path("attributes").path("type").asText());
        out.writeEndElement();
        value(out, "Id", record.path("Id"));
        for (Map.Entry<String, JsonNode> member : record.properties()) {
            if (!member.getKey().equals("attributes")) {
                value(out, member.getKey(), member.getValue());
            }
        }
    }

    private static void value(XMLStreamWriter out, String name, JsonNode value) throws XMLStreamException {
        out.writeStartElement(name);
        if (value.isObject()) {
            record(out, value);
        } else if (value.isNull() || value.isMissingNode()) {
            out.writeAttribute("xsi", XSI, "nil", "true");
        } else {
            out.writeCharacters(value.isFloatingPointNumber() ? String.valueOf(value.doubleValue()) : value.asText());
        }
        out.writeEndElement();
    }
}
