package dev.minori.simulators.kintone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.InnerExchange;
import dev.minori.simulators.http.Json;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One call with its caller and its parameters, which came as a JSON body or as a query string.
 *
 * @param caller who makes it
 * @param space the guest space its path names, 0 for none
 */
public record KintoneCall(Exchange exchange, Caller caller, int space, JsonNode parameters) {

    private static final String JSON = "application/json;charset=utf-8";

    /** Answers with a JSON document. */
    public void json(Object document) throws IOException {
        json(ByteBuffer.wrap(Json.bytes(document)));
    }

    /** Answers with JSON that is already written. */
    public void json(ByteBuffer document) throws IOException {
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

    /** Whether it came alone, not as a part of a {@code bulkRequest}. */
    public boolean alone() {
        return !(exchange instanceof InnerExchange);
    }

    @Override
    public String toString() {
        return "KintoneCall[" + exchange.method() + " " + exchange.path() + "]";
    }
}
