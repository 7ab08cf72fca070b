package dev.minori.sync.suggestion;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.mapping.MappingDocument;
import java.util.List;

/**
 * How an object could be mapped.
 *
 * @param datasets what the object may be, the likeliest first
 * @param document a draft to begin with, of the likeliest or of the wanted dataset
 * @param fields why each field of the draft is filled as it is
 * @param link why records are taken to belong to their customers so
 * @param complete whether the draft has what it needs to be saved
 */
public record Guess(
        List<DatasetGuess> datasets,
        MappingDocument document,
        List<FieldGuess> fields,
        Wording link,
        boolean complete) {
    public Guess {
        datasets = List.copyOf(datasets);
        fields = List.copyOf(fields);
    }

    /** @param certainty from 0 to 1 */
    public record DatasetGuess(Dataset dataset, double certainty, Wording reason) {}

    /** @param certainty from 0 to 1 */
    public record FieldGuess(String target, String source, double certainty, Wording reason) {}
}
