package dev.minori.simulators.salesforce.soap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.InnerExchange;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.query.QueryEndpoints;
import dev.minori.simulators.salesforce.query.RecordReader;
import dev.minori.simulators.salesforce.record.ReplicationEndpoints;
import dev.minori.simulators.salesforce.schema.Describe;
import dev.minori.simulators.salesforce.schema.ObjectType;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queries, retrieve, describes and replication calls. */
final class SoapReads {

    private static final int MAX_RETRIEVED = 2000;
    private static final int MAX_DESCRIBED = 100;

    private final QueryEndpoints queries;
    private final RecordReader reader;
    private final ReplicationEndpoints replication;

    SoapReads(QueryEndpoints queries, RecordReader reader, ReplicationEndpoints replication) {
        this.queries = queries;
        this.reader = reader;
        this.replication = replication;
    }

    void query(SoapCall call, SoapXml xml) throws IOException, SQLException {
        first(call, xml, false);
    }

    void queryAll(SoapCall call, SoapXml xml) throws IOException, SQLException {
        first(call, xml, true);
    }

    private void first(SoapCall call, SoapXml xml, boolean allRows) throws IOException, SQLException {
        String soql = call.arguments().textOf("queryString");
        if (soql.isBlank()) {
            throw new SalesforceFault(400, "MALFORMED_QUERY", "A query string has to be specified");
        }
        records(call, xml).result(queries.first(call.rest(), soql, allRows));
    }

    void queryMore(SoapCall call, SoapXml xml) throws IOException, SQLException {
        String locator = call.arguments().textOf("queryLocator").strip();
        records(call, xml).result(queries.next(call.rest(), locator));
    }

    void retrieve(SoapCall call, SoapXml xml) throws IOException, SQLException {
        ObjectType object = call.object(call.arguments().textOf("sObjectType"));
        String fields = call.arguments().textOf("fieldList").strip();
        if (fields.isEmpty()) {
            throw new SalesforceFault(400, "MALFORMED_QUERY", "The field list must not be empty");
        }
        List<String> ids = call.arguments().textsOf("ids");
        if (ids.size() > MAX_RETRIEVED) {
            throw new SalesforceFault(400, "EXCEEDED_ID_LIMIT", "retrieve is limited to " + MAX_RETRIEVED + " ids");
        }
        records(call, xml).results(reader.readAll(call.rest(), object, ids, List.of(fields.split("\\s*,\\s*"))));
    }

    private static RecordXml records(SoapCall call, SoapXml xml) {
        return new RecordXml(call.session().schema(), xml);
    }

    void describeGlobal(SoapCall call, SoapXml xml) {
        DescribeXml describe = new DescribeXml(xml, call.rest().versionNumber());
        xml.start("result").value("encoding", "UTF-8").value("maxBatchSize", 200);
        for (ObjectType object : call.session().schema().objects()) {
            describe.globalObject(Describe.summary(object, "", false));
        }
        xml.end();
    }

    void describeObject(SoapCall call, SoapXml xml) {
        describe(call, xml, List.of(call.arguments().textOf("sObjectType")));
    }

    void describeObjects(SoapCall call, SoapXml xml) {
        List<String> names = call.arguments().textsOf("sObjectType");
        if (names.size() > MAX_DESCRIBED) {
            throw new SalesforceFault(
                    400, "EXCEEDED_MAX_TYPES_LIMIT", "describeSObjects is limited to " + MAX_DESCRIBED + " types");
        }
        describe(call, xml, names);
    }

    private static void describe(SoapCall call, SoapXml xml, List<String> names) {
        DescribeXml describe = new DescribeXml(xml, call.rest().versionNumber());
        for (ObjectType object : names.stream().map(call::object).toList()) {
            Map<String, Object> document =
                    new LinkedHashMap<>(Describe.object(call.session().schema(), object, ""));
            String page = call.exchange().baseUrl() + "/" + object.keyPrefix();
            document.put("urlDetail", call.exchange().baseUrl() + "/{ID}");
            document.put("urlEdit", call.exchange().baseUrl() + "/{ID}/e");
            document.put("urlNew", page + "/e");
            describe.object(document);
        }
    }

    void updated(SoapCall call, SoapXml xml) throws IOException, SQLException {
        JsonNode found = replicated(call, replication::updated);
        xml.start("result");
        found.path("ids").forEach(id -> xml.value("ids", id.asText()));
        xml.value("latestDateCovered", instant(found, "latestDateCovered")).end();
    }

    void deleted(SoapCall call, SoapXml xml) throws IOException, SQLException {
        JsonNode found = replicated(call, replication::deleted);
        xml.start("result");
        for (JsonNode record : found.path("deletedRecords")) {
            xml.start("deletedRecords")
                    .value("deletedDate", instant(record, "deletedDate"))
                    .value("id", record.path("id").asText())
                    .end();
        }
        xml.value("earliestDateAvailable", instant(found, "earliestDateAvailable"))
                .value("latestDateCovered", instant(found, "latestDateCovered"))
                .end();
    }

    private static String instant(JsonNode node, String name) {
        return RecordXml.zulu(node.path(name).asText());
    }

    /** An endpoint of the REST API. */
    @FunctionalInterface
    private interface Rest {
        void answer(Call call) throws IOException, SQLException;
    }

    private static JsonNode replicated(SoapCall call, Rest endpoint) throws IOException, SQLException {
        ObjectType object = call.object(call.arguments().textOf("sObjectType"));
        InnerExchange inner = call.inner("/?start="
                + encoded(call.arguments().textOf("startDate").strip()) + "&end="
                + encoded(call.arguments().textOf("endDate").strip()));
        endpoint.answer(call.rest(inner, Map.of("object", object.name())));
        return Json.MAPPER.readTree(inner.answer());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
