package dev.minori.simulators.salesforce.async;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.salesforce.auth.Session;
import java.util.Map;

/**
 * An authorised call.
 *
 * @param path variables of the path
 */
record AsyncCall(Exchange exchange, Session session, String version, Map<String, String> path) {

    /** Whether the request is JSON, as its answer will be then. */
    boolean json() {
        String type = exchange.header("Content-Type");
        return type != null && type.contains("json");
    }
}
