package dev.minori.simulators.salesforce.async;

import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.query.Values;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What is told of jobs and batches, in XML and in JSON, members in the order of the schema. */
final class AsyncDocuments {

    static final String NAMESPACE = "http://www.force.com/2009/06/asyncapi/dataload";

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private AsyncDocuments() {}

    static Map<String, Object> job(AsyncJob job, List<AsyncBatch> batches) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", job.id());
        document.put("operation", job.operation());
        document.put("object", job.object());
        document.put("createdById", job.userId());
        document.put("createdDate", Values.zulu(job.createdAt()));
        document.put("systemModstamp", Values.zulu(job.modifiedAt()));
        document.put("state", job.state().name());
        if (job.keyField() != null) {
            document.put("externalIdFieldName", job.keyField());
        }
        document.put("concurrencyMode", job.concurrency());
        document.put("contentType", job.format().name());
        document.put("numberBatchesQueued", count(batches, AsyncBatch.State.Queued));
        document.put("numberBatchesInProgress", count(batches, AsyncBatch.State.InProgress));
        document.put("numberBatchesCompleted", count(batches, AsyncBatch.State.Completed));
        document.put("numberBatchesFailed", count(batches, AsyncBatch.State.Failed));
        document.put("numberBatchesTotal", batches.size());
        document.put(
                "numberRecordsProcessed",
                batches.stream().mapToLong(AsyncBatch::records).sum());
        document.put("numberRetries", 0);
        document.put("apiVersion", new BigDecimal(job.apiVersion()));
        document.put(
                "numberRecordsFailed",
                batches.stream().mapToLong(AsyncBatch::failed).sum());
        document.put(
                "totalProcessingTime",
                batches.stream().mapToLong(AsyncBatch::milliseconds).sum());
        document.put("apiActiveProcessingTime", 0);
        document.put("apexProcessingTime", 0);
        return document;
    }

    private static long count(List<AsyncBatch> batches, AsyncBatch.State state) {
        return batches.stream().filter(batch -> batch.state() == state).count();
    }

    static Map<String, Object> batch(AsyncBatch batch) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", batch.id());
        document.put("jobId", batch.job());
        document.put("state", batch.state().name());
        if (batch.message() != null) {
            document.put("stateMessage", batch.message());
        }
        document.put("createdDate", Values.zulu(batch.createdAt()));
        document.put("systemModstamp", Values.zulu(batch.modifiedAt()));
        document.put("numberRecordsProcessed", batch.records());
        document.put("numberRecordsFailed", batch.failed());
        document.put("totalProcessingTime", batch.milliseconds());
        document.put("apiActiveProcessingTime", 0);
        document.put("apexProcessingTime", 0);
        return document;
    }

    static Map<String, Object> error(AsyncFault fault) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("exceptionCode", fault.code());
        document.put("exceptionMessage", fault.text());
        return document;
    }

    static byte[] json(Object document) {
        return Json.bytes(document);
    }

    /** A document as XML; a list repeats its element. */
    static byte[] xml(String root, Map<String, ?> document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement(root);
            out.writeDefaultNamespace(NAMESPACE);
            members(out, document);
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory could not be written to", e);
        }
    }

    private static void members(XMLStreamWriter out, Map<?, ?> document) throws XMLStreamException {
        for (Map.Entry<?, ?> member : document.entrySet()) {
            String name = String.valueOf(member.getKey());
            if (member.getValue() instanceof List<?> items) {
                for (Object item : items) {
                    element(out, name, item);
                }
            } else {
                element(out, name, member.getValue());
            }
        }
    }

    private static void element(XMLStreamWriter out, String name, Object value) throws XMLStreamException {
        out.writeStartElement(name);
        if (value instanceof Map<?, ?> inner) {
            members(out, inner);
        } else {
            out.writeCharacters(String.valueOf(value));
        }
        out.writeEndElement();
    }
}
