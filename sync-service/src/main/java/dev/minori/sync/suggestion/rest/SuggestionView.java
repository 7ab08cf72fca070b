package dev.minori.sync.suggestion.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.minori.events.fact.Dataset;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.mapping.document.MappingFormat;
import dev.minori.sync.suggestion.Guess;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an object could be mapped. A suggestion, no more: look at it, correct it, try it with a dry run.
 *
 * @param dataset what the draft is for
 * @param complete whether the draft can be saved as it is
 * @param datasets what the object may be, the likeliest first
 * @param document the draft
 * @param fields why each field of the draft is filled as it is
 * @param link why records are taken to belong to their customers so
 */
public record SuggestionView(
        String dataset,
        boolean complete,
        List<DatasetView> datasets,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String document,
        List<FieldView> fields,
        ReasonView link) {

    /** A sentence in both languages. */
    public record ReasonView(String ja, String en) {
        static ReasonView of(Wording reason) {
            return new ReasonView(reason.ja(), reason.en());
        }
    }

    /** @param certainty from 0 to 1 */
    public record DatasetView(String dataset, double certainty, ReasonView reason) {}

    /** @param certainty from 0 to 1 */
    public record FieldView(String target, String source, double certainty, ReasonView reason) {}

    static SuggestionView of(Guess guess) {
        Dataset dataset = guess.document().dataset();
        return new SuggestionView(
                dataset.wireName(),
                guess.complete(),
                guess.datasets().stream()
                        .map(each -> new DatasetView(
                                each.dataset().wireName(), rounded(each.certainty()), ReasonView.of(each.reason())))
                        .toList(),
                MappingFormat.JSON.write(guess.document()),
                guess.fields().stream()
                        .map(each -> new FieldView(
                                each.target(), each.source(), rounded(each.certainty()), ReasonView.of(each.reason())))
                        .toList(),
                ReasonView.of(guess.link()));
    }

    private static double rounded(double certainty) {
        return Math.round(certainty * 100) / 100.0;
    }
}
