package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What scoring-service concluded about a customer. Topics customer-health and customer-health-bulk. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HealthEvent.CustomerProfileChanged.class, name = "customer-profile-changed.v1"),
    @JsonSubTypes.Type(value = HealthEvent.HealthScoreChanged.class, name = "health-score-changed.v1"),
    @JsonSubTypes.Type(value = HealthEvent.SegmentEntered.class, name = "segment-entered.v1"),
    @JsonSubTypes.Type(value = HealthEvent.SegmentLeft.class, name = "segment-left.v1"),
    @JsonSubTypes.Type(value = HealthEvent.RecordsErased.class, name = "records-erased.v1")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface HealthEvent extends MinoriEvent {
    UUID customerId();

    /**
     * What others show and route by.
     *
     * @param profileVersion grows with each change: newer wins, equal is a no-op
     * @param mrr sum of the contracts in force, one entry a currency
     * @param removed whether the customer is gone in its sources
     */
    record CustomerProfileChanged(
            UUID customerId,
            long profileVersion,
            String name,
            @Nullable String nameKana,
            @Nullable String customerCode,
            @Nullable UUID ownerMemberId,
            @Nullable String phase,
            @Nullable String touchModel,
            List<Money> mrr,
            boolean removed)
            implements HealthEvent {
        public CustomerProfileChanged {
            mrr = List.copyOf(mrr);
        }
    }

    /**
     * A customer's health score or band moved.
     *
     * @param scoreId the stored score with its whole explanation
     * @param points 0 to 100, null while the band is UNKNOWN
     * @param coverage share of the measures' weight that could be computed, 0 to 1
     * @param reasons what moved it most, strongest first
     */
    record HealthScoreChanged(
            UUID customerId,
            UUID scoreId,
            @Nullable Double points,
            HealthBand band,
            @Nullable Double previousPoints,
            @Nullable HealthBand previousBand,
            double coverage,
            UUID scorecardId,
            int scorecardVersion,
            Instant calculatedAt,
            List<Reason> reasons)
            implements HealthEvent {
        public HealthScoreChanged {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One measure's part in a change of the score; the parts of a change sum to it.
     *
     * @param measureKey for example {@code active-users-trend}
     * @param value the measured value, null if unknown
     * @param pointsDelta how far it moved the score, in points of the score
     * @param textJa one sentence for a person
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(
            String measureKey,
            @Nullable Double previousValue,
            @Nullable Double value,
            double pointsDelta,
            String textJa,
            String textEn) {}

    /**
     * What a segment's member is: the customer itself, or one of its records (a contract, a message).
     *
     * @param factId the record, equal to the customer's id if dataset is customer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Subject(Dataset dataset, UUID factId, @Nullable String label) {}

    /**
     * A customer (or one of its records) began to meet a segment's condition, by a change of facts or of time.
     *
     * @param membershipId this stay in the segment; the matching SegmentLeft names it
     * @param segmentKey for example {@code band-fell}
     * @param evidence what the condition looked at, by name, for a person
     */
    record SegmentEntered(
            UUID customerId,
            UUID membershipId,
            UUID segmentId,
            int segmentVersion,
            String segmentKey,
            Subject subject,
            Instant enteredAt,
            Map<String, String> evidence)
            implements HealthEvent {
        public SegmentEntered {
            evidence = Map.copyOf(evidence);
        }
    }

    /** The stay ended: the condition no longer holds. */
    record SegmentLeft(
            UUID customerId,
            UUID membershipId,
            UUID segmentId,
            int segmentVersion,
            String segmentKey,
            Subject subject,
            Instant leftAt)
            implements HealthEvent {}

    /** Records of a person were erased; readers erase what they quoted from them and pass it on. */
    record RecordsErased(UUID customerId, UUID erasureId, List<UUID> factIds) implements HealthEvent {
        public RecordsErased {
            factIds = List.copyOf(factIds);
        }
    }
}
