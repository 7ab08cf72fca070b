package dev.minori.simulators.salesforce.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.SalesforceFault;
import java.io.IOException;

/** Reads JSON bodies, and words what is wrong with them. */
public final class JsonBodies {

    private JsonBodies() {}

    /** The body, which must be a JSON object. */
    public static ObjectNode object(byte[] bytes) {
        try {
            JsonNode body = Json.MAPPER.readTree(bytes);
            if (body instanceof ObjectNode object) {
                return object;
            }
            throw new SalesforceFault(
                    400, "JSON_PARSER_ERROR", "The HTTP entity body is required, but this request has no entity body.");
        } catch (JsonProcessingException e) {
            throw new SalesforceFault(
                    400,
                    "JSON_PARSER_ERROR",
                    e.getOriginalMessage() + " at [line:" + e.getLocation().getLineNr() + ", column:"
                            + e.getLocation().getColumnNr() + "]");
        } catch (IOException e) {
            throw new SalesforceFault(400, "JSON_PARSER_ERROR", "The HTTP entity body cannot be read");
        }
    }
}
