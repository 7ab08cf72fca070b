package dev.minori.simulators.salesforce.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A record type of an object.
 *
 * @param id given when the org is created
 * @param byDefault new records get it unless they name another
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordType(
        @Nullable String id,
        String developerName,
        String label,
        @JsonProperty("default") boolean byDefault) {

    /** The id, once the org has been created. */
    public String requiredId() {
        if (id == null) {
            throw new IllegalStateException("record type " + developerName + " has no id yet");
        }
        return id;
    }
}
