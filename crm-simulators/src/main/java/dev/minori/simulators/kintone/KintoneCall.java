package dev.minori.simulators.kintone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Json;
import java.io.IOException;

/**
 * One call with its caller and its parameters, which came as a JSON body or as a query string.
 *
 * @param caller who makes it
 */
public record KintoneCall(Exchange exchange, Caller caller, JsonNode parameters) {

    private static final String JSON = "application/json;charset=utf-8";

    /** Answers with a JSON document. */
    public void json(Object document) throws IOException {
        json(Json.bytes(document));
    }

    /** Answers with JSON that is already written. */
    public void json(byte[] document) throws IOException {
        exchange.respond(200, JSON, document);
    }

    /** A whole number among the parameters, given as number or text. */
    public long number(JsonNode value, String path) {
        if (value.isMissingNode() || value.isNull()) {
            throw KintoneFault.required(path);
        }
        String text = value.asText();
        if (!text.matches("-?\\d{1,15}")) {
            throw KintoneFault.invalid(path, "整数を指定してください。", "Enter an integer value.");
        }
        return Long.parseLong(text);
    }

    @Override
    public String toString() {
        return "KintoneCall[" + exchange.method() + " " + exchange.path() + "]";
    }
}
