package dev.minori.simulators.salesforce;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * One authorised REST call.
 *
 * @param version API version of the path, such as {@code 65.0}
 * @param variables decoded variables of the path
 */
public record Call(Exchange exchange, Session session, String version, Map<String, String> variables) {

    private static final String JSON = "application/json;charset=UTF-8";

    /** The org the session belongs to. */
    public Org org() {
        return session.org();
    }

    /** The objects and fields the session's user sees. */
    public OrgSchema schema() {
        return session.schema();
    }

    /** A variable of the path. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** The object the path names, or the vendor's 404. */
    public ObjectType object() {
        return schema().object(variable("object")).orElseThrow(SalesforceFault::notFound);
    }

    /** The version's number, such as 65. */
    public int versionNumber() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** {@code /services/data/v65.0}. */
    public String dataRoot() {
        return "/services/data/v" + version;
    }

    /** Answers with a JSON document. */
    public void json(int status, Object document) throws IOException {
        exchange.respond(status, JSON, Json.bytes(document));
    }

    /** Answers with JSON that is already text. */
    public void json(byte[] document) throws IOException {
        exchange.respond(200, JSON, document);
    }

    /** Answers with JSON that is already bytes. */
    public void json(ByteBuffer document) throws IOException {
        exchange.respond(200, JSON, document);
    }

    /** Answers without a body. */
    public void empty(int status) throws IOException {
        exchange.respondEmpty(status);
    }
}
