package dev.minori.simulators.salesforce.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.minori.simulators.salesforce.SalesforceFault;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers of earlier sub-requests, which later ones quote as {@code @{id.path}}. */
final class References {

    private static final Pattern REFERENCE =
            Pattern.compile("@\\{([A-Za-z0-9_]+)((?:\\.[A-Za-z0-9_]+|\\[\\d{1,4}])*)}");
    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_]+)|\\[(\\d{1,4})]");

    private final Map<String, Answered> answers = new HashMap<>();

    private record Answered(boolean succeeded, JsonNode body) {}

    void put(String referenceId, boolean succeeded, JsonNode body) {
        answers.put(referenceId, new Answered(succeeded, body));
    }

    /** The URL with its references replaced; values are put in as they are, as the real one does. */
    String inUrl(String url) {
        return replaced(url, text -> text.replace(" ", "%20"));
    }

    /** The body with the references in its texts replaced. */
    JsonNode inBody(JsonNode body) {
        return switch (body) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(property -> copy.set(property.getKey(), inBody(property.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> copy.add(inBody(item)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(replaced(text.asText(), UnaryOperator.identity()));
            default -> body;
        };
    }

    private String replaced(String text, UnaryOperator<String> form) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String value = value(matcher.group(1), matcher.group(2));
            matcher.appendReplacement(out, Matcher.quoteReplacement(form.apply(value)));
        }
        return matcher.appendTail(out).toString();
    }

    private String value(String id, String path) {
        Answered answered = answers.get(id);
        if (answered == null || !answered.succeeded) {
            throw invalid("Invalid reference specified. No value for " + id + path + " found in " + id);
        }
        JsonNode at = answered.body;
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            at = step.group(1) != null ? at.path(step.group(1)) : at.path(Integer.parseInt(step.group(2)));
        }
        if (!at.isValueNode() || at.isNull()) {
            throw invalid("Invalid reference specified. No value for " + id + path + " found in " + id);
        }
        return at.asText();
    }

    private static SalesforceFault invalid(String message) {
        return new SalesforceFault(400, "PROCESSING_HALTED", message);
    }
}
