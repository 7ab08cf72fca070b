package dev.minori.playbook.segment;

import dev.minori.events.fact.Dataset;
import dev.minori.playbook.text.Placeholders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time a customer, or one of its records, meets a segment's condition.
 *
 * @param subjectDataset kind of the record, as datasets are called in JSON: {@code contract}, {@code survey-response} …
 * @param subjectFactId the record; the customer's id if the dataset is customer
 * @param evidence what the condition looked at, by name
 * @param backfill whether it was learned from a first load or a recomputation: such a stay opens nothing by itself
 * @param leftAt its end, null while it lasts
 */
public record SegmentStay(
        UUID membershipId,
        UUID customerId,
        String segmentKey,
        int segmentVersion,
        String subjectDataset,
        UUID subjectFactId,
        @Nullable String subjectLabel,
        Map<String, String> evidence,
        boolean backfill,
        Instant enteredAt,
        @Nullable Instant leftAt) {
    private static final int MAX_QUOTE = 400;

    public SegmentStay {
        evidence = Map.copyOf(evidence);
    }

    /** Values for titles about this stay. */
    public Placeholders placeholders(String customerName) {
        return Placeholders.of(customerName, subjectLabel == null ? customerName : subjectLabel, evidence);
    }

    /** The records whose text may stand in the evidence: all that is not the customer itself. */
    public List<UUID> quotedFactIds() {
        return concernsCustomer() ? List.of() : List.of(subjectFactId);
    }

    /** Whether the customer itself is the member, not one of its records. */
    public boolean concernsCustomer() {
        return subjectFactId.equals(customerId);
    }

    /** What a message says, if the stay is about a message and its text is among the evidence; cut to a few lines. */
    public Optional<String> quote() {
        if (!subjectDataset.equals(Dataset.MESSAGE.wireName())) {
            return Optional.empty();
        }
        return Stream.of("message.text", "text", "message.subject", "subject")
                .map(evidence::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(text -> text.length() <= MAX_QUOTE ? text : text.substring(0, MAX_QUOTE) + "…");
    }
}
