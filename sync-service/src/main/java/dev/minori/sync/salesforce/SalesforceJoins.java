package dev.minori.sync.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fields of the records that references point to, by the names of the references: {@code Account.Name},
 * {@code Account.Owner.Email}. Objects that are described on the way are kept for a while, because every run asks.
 *
 * @see <a
 *     href="https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_relationships.htm">relationship
 *     queries</a>
 */
final class SalesforceJoins {
    /** Salesforce goes no further from child to parent. */
    private static final int MOST_STEPS = 5;

    private static final Duration KEPT = Duration.ofMinutes(30);

    private final Function<String, JsonNode> describe;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** @param describe asks for an object's description */
    SalesforceJoins(Function<String, JsonNode> describe, Clock clock) {
        this.describe = describe;
        this.clock = clock;
    }

    /** The schema with those of the codes that lead to a field of a parent. */
    SourceSchema joined(SourceSchema schema, Set<String> codes) {
        List<SourceField> fields = new ArrayList<>(schema.fields());
        for (String code : codes) {
            if (code.indexOf('.') > 0 && schema.field(code).isEmpty()) {
                field(schema.objectName(), code).ifPresent(fields::add);
            }
        }
        return fields.size() == schema.fields().size()
                ? schema
                : new SourceSchema(
                        schema.objectName(),
                        schema.label(),
                        schema.keyField(),
                        schema.changeField(),
                        fields,
                        schema.tables());
    }

    private Optional<SourceField> field(String objectName, String code) {
        String[] steps = code.split("\\.", -1);
        if (steps.length > MOST_STEPS + 1) {
            return Optional.empty();
        }
        String at = objectName;
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode reference = reference(at, steps[i]);
            if (reference == null) {
                return Optional.empty();
            }
            at = reference.path("referenceTo").path(0).asText();
            label.append(reference.path("label").asText(steps[i])).append(" > ");
        }
        JsonNode parent = described(at);
        return parent == null
                ? Optional.empty()
                : SalesforceDescribe.schema(parent)
                        .field(steps[steps.length - 1])
                        .map(found -> named(code, label + found.label(), found));
    }

    /** Like a formula: the parent changes without the record's change stamp telling. */
    private static SourceField named(String code, String label, SourceField found) {
        return new SourceField(
                code,
                label,
                found.type(),
                found.nativeType(),
                FieldRole.FORMULA,
                found.custom(),
                found.readable(),
                found.personal(),
                null);
    }

    private @Nullable JsonNode reference(String objectName, String relationship) {
        JsonNode object = described(objectName);
        if (object != null) {
            for (JsonNode field : object.path("fields")) {
                if (relationship.equals(field.path("relationshipName").asText())) {
                    return field;
                }
            }
        }
        return null;
    }

    /** Null if the connection may not see the object. */
    private @Nullable JsonNode described(String objectName) {
        Instant now = clock.instant();
        held.values().removeIf(each -> !each.until().isAfter(now));
        Held known = held.get(objectName);
        if (known != null) {
            return known.object();
        }
        try {
            JsonNode object = describe.apply(objectName);
            held.put(objectName, new Held(object, now.plus(KEPT)));
            return object;
        } catch (SourceException refused) {
            if (refused.failure() == SourceFailure.REFUSED) {
                return null;
            }
            throw refused;
        }
    }

    private record Held(JsonNode object, Instant until) {}
}
