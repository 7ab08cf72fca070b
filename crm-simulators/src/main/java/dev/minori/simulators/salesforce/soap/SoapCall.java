package dev.minori.simulators.salesforce.soap;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.InnerExchange;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.schema.ObjectType;
import java.util.HashMap;
import java.util.Map;

/**
 * An authorised SOAP call.
 *
 * @param version API version of the path, such as {@code 64.0}
 */
record SoapCall(Exchange exchange, Session session, String version, SoapRequest request) {

    /** The element that names the operation and holds its arguments. */
    XmlElement arguments() {
        return request.operation();
    }

    /** The same call as the REST endpoints know it, so that both doors answer from one place. */
    Call rest(InnerExchange inner, Map<String, String> variables) {
        return new Call(inner, session, version, variables);
    }

    /** A REST call that carries the query options of this one. */
    Call rest() {
        return rest(inner("/"), Map.of());
    }

    /** A request inside this one. */
    InnerExchange inner(String target) {
        Map<String, String> headers = new HashMap<>();
        request.option("QueryOptions", "batchSize")
                .ifPresent(size -> headers.put("Sforce-Query-Options", "batchSize=" + size));
        return new InnerExchange(exchange, "GET", target, headers, new byte[0]);
    }

    /** An object by name. */
    ObjectType object(String name) {
        return session.schema().object(name.strip()).orElseThrow(() -> unknownType(name));
    }

    /** The words for an object that is not there. */
    static SalesforceFault unknownType(String name) {
        return new SalesforceFault(
                400,
                "INVALID_TYPE",
                "sObject type '" + name + "' is not supported. If you are attempting to use a custom object, be sure to"
                        + " append the '__c' after the entity name. Please reference your WSDL or the describe call for"
                        + " the appropriate names.");
    }
}
