package dev.minori.sync.suggestion;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.TargetSchema;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.mapping.CustomerLink;
import dev.minori.sync.mapping.DeletePolicy;
import dev.minori.sync.mapping.FieldMapping;
import dev.minori.sync.mapping.FieldSource;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.source.SourceSchema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what an object probably is and how it would be mapped. */
final class Guesser {
    private static final Words OBJECTS = Words.read("/suggestion/objects.properties");
    /** Values of these hold since the day or the moment that one of their fields tells. */
    private static final Map<Dataset, String> SINCE =
            Map.of(Dataset.USAGE, "day", Dataset.SURVEY_RESPONSE, "respondedOn", Dataset.MESSAGE, "sentAt");

    private final SourceSchema source;
    private final FieldGuesser fields;
    private final LinkGuesser links;

    Guesser(SourceSchema source, Samples samples, Set<String> customerObjects, Set<String> knownCodes) {
        this.source = source;
        this.fields = new FieldGuesser(source, samples);
        this.links = new LinkGuesser(source, samples, customerObjects, knownCodes);
    }

    /** @param wanted the dataset that somebody chose; null for the likeliest */
    Guess guess(String connection, @Nullable Dataset wanted) {
        List<Guess.DatasetGuess> datasets = Arrays.stream(Dataset.values())
                .map(this::datasetGuess)
                .sorted(Comparator.comparingDouble(Guess.DatasetGuess::certainty)
                        .reversed())
                .toList();
        Dataset dataset = wanted == null ? datasets.getFirst().dataset() : wanted;
        List<FieldGuesser.Filled> filled = fields.fill(dataset);
        LinkGuesser.Linked linked = links.link(dataset);
        CustomerLink link = linked.link();
        boolean complete = link != null && hasRequired(dataset, filled) && source.changeField() != null;
        return new Guess(
                datasets,
                new MappingDocument(
                        source.label() + " → " + dataset.japanese(),
                        connection,
                        source.objectName(),
                        null,
                        dataset,
                        null,
                        link == null ? new CustomerLink.Self() : link,
                        filled.stream().map(FieldGuesser.Filled::mapping).toList(),
                        Map.of(),
                        effectiveDate(dataset, filled),
                        MappingDocument.DEFAULT_SCHEDULE,
                        DeletePolicy.REMOVE,
                        Set.of()),
                filled.stream().map(FieldGuesser.Filled::guess).toList(),
                linked.reason(),
                complete);
    }

    /** What the object is called counts as much as what its fields are called. */
    private Guess.DatasetGuess datasetGuess(Dataset dataset) {
        double name = Math.max(
                OBJECTS.nearness(dataset.wireName(), source.objectName()),
                OBJECTS.nearness(dataset.wireName(), source.label()));
        List<FieldGuesser.Filled> filled = fields.fill(dataset);
        List<TargetSchema.Field> all = TargetSchema.of(dataset).fields();
        double share =
                filled.stream().mapToDouble(each -> each.guess().certainty()).sum() / all.size();
        double certainty = (name + share) / 2 * (hasRequired(dataset, filled) ? 1 : 0.5);
        String ja = all.size() + "項目中" + filled.size() + "項目が見つかりました";
        String en = filled.size() + " of " + all.size() + " fields were found";
        return new Guess.DatasetGuess(
                dataset,
                certainty,
                name > 0
                        ? new Wording(
                                "「" + source.label() + "」は" + dataset.japanese() + "を表す名前で、" + ja + "。",
                                source.label() + " is a name of " + dataset.english() + "; " + en + ".")
                        : new Wording(ja + "。", en + "."));
    }

    private static boolean hasRequired(Dataset dataset, List<FieldGuesser.Filled> filled) {
        return TargetSchema.of(dataset).fields().stream()
                .filter(TargetSchema.Field::required)
                .allMatch(field ->
                        filled.stream().anyMatch(each -> each.mapping().target().equals(field.name())));
    }

    /** Only a field that is a date by itself: a text may write one, but says since when only to people. */
    private static @Nullable String effectiveDate(Dataset dataset, List<FieldGuesser.Filled> filled) {
        Optional<FieldMapping> since = filled.stream()
                .map(FieldGuesser.Filled::mapping)
                .filter(mapping -> mapping.target().equals(SINCE.get(dataset)))
                .findFirst();
        return since.filter(mapping -> mapping.from() instanceof FieldSource.Copy)
                .map(mapping -> mapping.from().codes().getFirst())
                .orElse(null);
    }
}
