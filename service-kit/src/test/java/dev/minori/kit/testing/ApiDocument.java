package dev.minori.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The OpenAPI document of a running service beside the one that is checked in under {@code docs/api}. Names are sorted,
 * so that the text depends on nothing but the API; only the properties of a schema keep the order of their record.
 */
public final class ApiDocument {
    /** Run the test with {@code -Dminori.api.accept} to write the checked-in document anew. */
    public static final String ACCEPT = "minori.api.accept";

    private static final List<String> BEGINNING = List.of("openapi", "info");
    private static final Set<String> KEEP_ORDER = Set.of("properties");
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .stringQuotingChecker(new QuoteWhatBeginsAsANumber())
            .build());

    private final JsonNode tree;
    private final String text;

    /** Times and dates too: to readers of YAML 1.1 an unquoted 13:45:30 is a number of seconds. */
    private static final class QuoteWhatBeginsAsANumber extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || (!value.isEmpty() && Character.isDigit(value.charAt(0)));
        }
    }

    private ApiDocument(JsonNode tree) throws IOException {
        this.tree = sorted(tree);
        this.text = YAML.writeValueAsString(this.tree);
    }

    /**
     * Reads the document of a running service.
     *
     * @param service for example {@code http://localhost:8081}
     */
    public static ApiDocument of(URI service) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(service.resolve("/q/openapi?format=json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return ofJson(answer.body());
    }

    /** A document as JSON. */
    static ApiDocument ofJson(String json) throws IOException {
        return new ApiDocument(new ObjectMapper().readTree(json));
    }

    /** The document itself. */
    JsonNode tree() {
        return tree;
    }

    /** The document as YAML with line feeds. */
    public String text() {
        return text;
    }

    /** How the checked-in document differs, by its first line that does; empty if it does not. Accepts if asked to. */
    public Optional<String> difference(Path checkedIn) throws IOException {
        if (System.getProperty(ACCEPT) != null) {
            Files.writeString(checkedIn, text);
        }
        List<String> expected = Files.exists(checkedIn) ? Files.readAllLines(checkedIn) : List.of();
        List<String> actual = text.lines().toList();
        for (int line = 0; line < Math.max(expected.size(), actual.size()); line++) {
            String old = line < expected.size() ? expected.get(line) : "(end)";
            String now = line < actual.size() ? actual.get(line) : "(end)";
            if (!old.equals(now)) {
                return Optional.of(
                        "%s line %d says '%s', the service says '%s'. If that is meant, run this test with -D%s"
                                .formatted(checkedIn.getFileName(), line + 1, old, now, ACCEPT));
            }
        }
        return Optional.empty();
    }

    private static JsonNode sorted(JsonNode node) {
        ObjectNode document = YAML.createObjectNode();
        Stream.concat(BEGINNING.stream(), names(node).filter(name -> !BEGINNING.contains(name)))
                .filter(node::has)
                .forEach(name -> document.set(name, canonical(name, node.get(name))));
        return document;
    }

    private static JsonNode canonical(String name, JsonNode node) {
        if (node instanceof ArrayNode list) {
            ArrayNode copy = YAML.createArrayNode();
            list.forEach(item -> copy.add(canonical("", item)));
            return copy;
        }
        if (!(node instanceof ObjectNode)) {
            return node;
        }
        ObjectNode copy = YAML.createObjectNode();
        (KEEP_ORDER.contains(name) ? node.propertyStream().map(Map.Entry::getKey) : names(node))
                .forEach(key -> copy.set(key, canonical(key, node.get(key))));
        return copy;
    }

    private static Stream<String> names(JsonNode node) {
        return node.propertyStream().map(Map.Entry::getKey).sorted();
    }
}
