package dev.minori.simulators.salesforce.async;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import java.io.IOException;
import java.util.Map;

/**
 * An authorised call. A POST is answered in its own format, a GET in the job's.
 *
 * @param path variables of the path
 */
record AsyncCall(Exchange exchange, Session session, String version, Map<String, String> path) {

    static final String XML = "application/xml;charset=UTF-8";
    static final String JSON = "application/json;charset=UTF-8";

    /** Whether the request is JSON, as its answer will be then. */
    boolean json() {
        String type = exchange.header("Content-Type");
        return type != null && type.contains("json");
    }

    /** An id of the path with 18 characters; empty when it is none. */
    String id(String variable) {
        return SalesforceId.normalise(path.getOrDefault(variable, "")).orElse("");
    }

    /** Answers with a document. */
    void send(int status, boolean json, String root, Map<String, ?> document) throws IOException {
        exchange.respond(
                status, json ? JSON : XML, json ? AsyncDocuments.json(document) : AsyncDocuments.xml(root, document));
    }
}
