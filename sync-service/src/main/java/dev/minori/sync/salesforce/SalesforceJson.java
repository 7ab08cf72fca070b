package dev.minori.sync.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.Utf8;
import java.io.IOException;

/** JSON as Salesforce writes it: numbers such as {@code 1.0E7} keep every digit. */
final class SalesforceJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private SalesforceJson() {}

    /** Reads an answer that must be JSON. A proxy's HTML page is reported as an unreachable source. */
    static JsonNode read(byte[] body) {
        try {
            return MAPPER.readTree(Utf8.decode(body));
        } catch (IOException cut) {
            throw new SourceException(
                    SourceFailure.UNREACHABLE,
                    new Wording("Salesforceの応答をJSONとして読めません。", "Salesforce's answer is not complete JSON."),
                    null,
                    cut);
        }
    }

    /** Reads an answer that may be anything. */
    static JsonNode lenient(byte[] body) {
        try {
            return MAPPER.readTree(Utf8.decode(body));
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts and numbers is JSON", impossible);
        }
    }
}
