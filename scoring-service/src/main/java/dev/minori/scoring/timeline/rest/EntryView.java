package dev.minori.scoring.timeline.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.minori.events.HealthBand;
import dev.minori.events.fact.Dataset;
import dev.minori.scoring.document.LocalText;
import dev.minori.scoring.timeline.Timeline.Entry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a customer.
 *
 * @param kind {@code fact}, {@code score} or {@code segment}; it says which of the other fields are there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        UUID id,
        Instant at,
        String kind,
        @Nullable Dataset dataset,
        @Nullable Instant knownFrom,
        @Nullable String system,
        @Nullable String objectName,
        @Nullable String recordId,
        @Nullable String url,
        @Nullable Map<String, Object> values,
        @Nullable Double points,
        @Nullable HealthBand band,
        @Nullable Double previousPoints,
        @Nullable HealthBand previousBand,
        @Nullable String segmentKey,
        @Nullable LocalText segmentName,
        @Nullable String label,
        @Nullable Instant leftAt,
        @Nullable Map<String, String> evidence) {

    /** @param segmentNames names of segments by key */
    static EntryView of(Entry entry, Map<String, LocalText> segmentNames) {
        return switch (entry) {
            case Entry.FactEntry fact ->
                new EntryView(
                        fact.id(),
                        fact.at(),
                        "fact",
                        fact.dataset(),
                        fact.knownFrom(),
                        fact.system(),
                        fact.objectName(),
                        fact.recordId(),
                        fact.url(),
                        fact.values(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Entry.ScoreEntry score ->
                new EntryView(
                        score.id(),
                        score.at(),
                        "score",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        score.points(),
                        score.band(),
                        score.previousPoints(),
                        score.previousBand(),
                        null,
                        null,
                        null,
                        null,
                        null);
            case Entry.StayEntry stay ->
                new EntryView(
                        stay.id(),
                        stay.at(),
                        "segment",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        stay.segmentKey(),
                        segmentNames.get(stay.segmentKey()),
                        stay.label(),
                        stay.leftAt(),
                        stay.evidence());
        };
    }
}
