package dev.minori.scoring.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.minori.events.fact.Dataset;
import dev.minori.scoring.document.LocalText;
import dev.minori.scoring.document.VersionedDocument;
import dev.minori.scoring.expression.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition that customers, contracts or messages meet or do not: a document that cs-ops writes.
 *
 * @param key for example {@code band-fell}
 * @param subject what is judged
 * @param condition minori-cel that yields a condition
 * @param evidence more to tell when the condition begins to hold: names with their minori-cel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Segment(
        String key,
        LocalText name,
        Subject subject,
        String condition,
        @Nullable Map<String, String> evidence) implements VersionedDocument {
    public Segment {
        evidence = evidence == null ? null : Map.copyOf(evidence);
    }

    /** What can be in a segment. */
    public enum Subject {
        @JsonProperty("customer")
        CUSTOMER(Scope.CUSTOMER),
        @JsonProperty("contract")
        CONTRACT(Scope.CONTRACT),
        @JsonProperty("message")
        MESSAGE(Scope.MESSAGE);

        private final Scope scope;

        Subject(Scope scope) {
            this.scope = scope;
        }

        public Scope scope() {
            return scope;
        }

        public Dataset dataset() {
            return scope.subject();
        }
    }

    /** What is told besides the attributes the condition names. */
    public Map<String, String> namedEvidence() {
        return evidence == null ? Map.of() : evidence;
    }
}
