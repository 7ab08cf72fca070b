package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Fact;
import dev.minori.events.fact.SourceObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What sync-service learned about customers. Topics customer-facts and customer-facts-bulk. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CustomerFactEvent.FactsRecorded.class, name = "facts-recorded.v1"),
    @JsonSubTypes.Type(value = CustomerFactEvent.ContactErased.class, name = "contact-erased.v1")
})
public sealed interface CustomerFactEvent extends MinoriEvent {
    /** More facts than this do not fit one message. */
    int MAX_FACTS = 500;

    /**
     * Records of one object were read, changed or removed. In the live lane all facts concern the key's customer; in the
     * bulk lane they share workspace, dataset, run and bucket.
     *
     * @param runId the sync run
     */
    record FactsRecorded(UUID runId, Dataset dataset, SourceObject source, List<Fact> facts)
            implements CustomerFactEvent {
        public FactsRecorded {
            facts = List.copyOf(facts);
            if (facts.isEmpty() || facts.size() > MAX_FACTS) {
                throw new IllegalArgumentException("1 to " + MAX_FACTS + " facts, were " + facts.size());
            }
        }
    }

    /**
     * A person asked to be forgotten: readers erase what they hold of the contact and pass it on.
     *
     * @param contactId fact id of the contact
     * @param erasureId the request, an entry of the erasure ledger
     * @param factIds other records that told of the contact: readers erase what is personal in them, in all history. Null
     *     if there are none, and in messages from before it was told.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactErased(
            UUID erasureId,
            UUID customerId,
            UUID contactId,
            @Nullable List<UUID> factIds) implements CustomerFactEvent {
        public ContactErased {
            factIds = factIds == null ? null : List.copyOf(factIds);
        }
    }
}
