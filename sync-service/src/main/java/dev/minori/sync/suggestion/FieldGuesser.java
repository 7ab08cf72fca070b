package dev.minori.sync.suggestion;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.TargetSchema;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.mapping.Conversion;
import dev.minori.sync.mapping.FieldMapping;
import dev.minori.sync.mapping.FieldSource;
import dev.minori.sync.mapping.Period;
import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds for each field of a dataset the field of an object that is called so and can fill it. */
final class FieldGuesser {
    private static final Words NAMES = Words.read("/suggestion/names.properties");
    private static final double LEAST = 0.4;

    private final SourceSchema source;
    private final Samples samples;

    FieldGuesser(SourceSchema source, Samples samples) {
        this.source = source;
        this.samples = samples;
    }

    /** One field's mapping and why. */
    record Filled(FieldMapping mapping, Guess.FieldGuess guess) {}

    /** The nearest pairs first; each source field fills one target field at most. */
    List<Filled> fill(Dataset dataset) {
        List<Pair> pairs = new ArrayList<>();
        TargetSchema target = TargetSchema.of(dataset);
        for (TargetSchema.Field wanted : target.fields()) {
            for (SourceField field : source.fields()) {
                pair(dataset, wanted, field).ifPresent(pairs::add);
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::certainty).reversed());
        Set<String> targets = new HashSet<>();
        Set<String> sources = new HashSet<>();
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!targets.contains(pair.target().name())
                    && !sources.contains(pair.source().code())) {
                targets.add(pair.target().name());
                sources.add(pair.source().code());
                chosen.add(pair);
            }
        }
        List<Filled> filled = new ArrayList<>();
        for (TargetSchema.Field wanted : target.fields()) {
            if (wanted.name().equals("name") && dataset == Dataset.CONTACT) {
                Optional<Filled> parts = nameOfParts();
                if (parts.isPresent()) {
                    filled.add(parts.get());
                    continue;
                }
            }
            chosen.stream()
                    .filter(pair -> pair.target().equals(wanted))
                    .findFirst()
                    .map(this::filled)
                    .ifPresent(filled::add);
        }
        return filled;
    }

    private record Pair(TargetSchema.Field target, SourceField source, FieldSource from, double certainty) {}

    private Optional<Pair> pair(Dataset dataset, TargetSchema.Field wanted, SourceField field) {
        if (!field.readable() || field.role() == FieldRole.KEY) {
            return Optional.empty();
        }
        String meaning = dataset.wireName() + "." + wanted.name();
        double nearness = Math.max(
                Math.max(NAMES.nearness(meaning, field.code()), NAMES.nearness(meaning, field.label())),
                isLabel(wanted, field) ? 1 : 0);
        // A name of the source's own, such as CreatedDate, means less than one that somebody gave a field.
        double weight = field.role() == FieldRole.SYSTEM ? 0.9 : 1;
        double empty = samples.tellOf(field.code()) && samples.filled(field.code()) == 0 ? 0.7 : 1;
        double certainty = nearness * weight * empty;
        FieldSource from = certainty < LEAST ? null : way(wanted, field);
        return from == null ? Optional.empty() : Optional.of(new Pair(wanted, field, from, certainty));
    }

    private static boolean isLabel(TargetSchema.Field wanted, SourceField field) {
        String label = Words.folded(field.label());
        return label.equals(Words.folded(wanted.japanese())) || label.equals(Words.folded(wanted.english()));
    }

    /** How the field becomes what is wanted; null if it cannot. */
    private @Nullable FieldSource way(TargetSchema.Field wanted, SourceField field) {
        SourceType type = field.type();
        String code = field.code();
        return switch (wanted.kind()) {
            case TEXT -> type == SourceType.STRUCTURE ? null : new FieldSource.Copy(code);
            case MEMBER -> type == SourceType.TEXT || type == SourceType.TEXTS ? new FieldSource.Copy(code) : null;
            case WHOLE_NUMBER ->
                type == SourceType.NUMBER || type == SourceType.TEXT
                        ? new FieldSource.Convert(code, Conversion.WHOLE_NUMBER, null)
                        : null;
            case BOOLEAN ->
                switch (type) {
                    case FLAG -> new FieldSource.Copy(code);
                    case TEXT -> new FieldSource.Convert(code, Conversion.BOOLEAN, null);
                    default -> null;
                };
            case DATE ->
                switch (type) {
                    case DAY -> new FieldSource.Copy(code);
                    case MOMENT -> new FieldSource.Convert(code, Conversion.DATE, null);
                    case TEXT ->
                        samples.datePattern(code)
                                .map(pattern -> new FieldSource.Convert(code, Conversion.DATE, pattern))
                                .orElse(null);
                    default -> null;
                };
            case INSTANT ->
                switch (type) {
                    case MOMENT -> new FieldSource.Copy(code);
                    case DAY -> new FieldSource.Convert(code, Conversion.INSTANT, null);
                    default -> null;
                };
            case MONEY -> type == SourceType.NUMBER || type == SourceType.TEXT ? money(field) : null;
        };
    }

    private FieldSource money(SourceField field) {
        String name = field.label() + " " + field.code();
        boolean yearly =
                name.contains("年") || name.contains("ARR") || name.contains("Annual") || name.contains("annual");
        BigDecimal times =
                name.contains("千円") ? new BigDecimal(1_000) : name.contains("万円") ? new BigDecimal(10_000) : null;
        String currency = source.field("CurrencyIsoCode").map(SourceField::code).orElse(null);
        return new FieldSource.Money(field.code(), null, currency, yearly ? Period.YEAR : Period.MONTH, times);
    }

    private Filled filled(Pair pair) {
        return new Filled(
                new FieldMapping(pair.target().name(), pair.from()),
                new Guess.FieldGuess(pair.target().name(), pair.source().code(), pair.certainty(), reason(pair)));
    }

    private Wording reason(Pair pair) {
        SourceField field = pair.source();
        boolean same = pair.certainty() == 1;
        String ja = "「" + field.label() + "」は「" + pair.target().japanese() + "」" + (same ? "を表す名前です" : "に近い名前です");
        String en = field.label()
                + (same ? " is a name of " : " is nearly a name of ")
                + pair.target().english();
        if (pair.target().kind() == FieldKind.MONEY && pair.from() instanceof FieldSource.Money money) {
            ja += money.per() == Period.YEAR ? "。年額とみなしました" : "。月額とみなしました";
            en += money.per() == Period.YEAR ? "; taken as an amount a year" : "; taken as an amount a month";
        }
        if (samples.tellOf(field.code())) {
            int filled = samples.filled(field.code());
            ja += "。" + samples.size() + "件中" + filled + "件に値があります";
            en += "; " + filled + " of " + samples.size() + " records have a value";
        }
        return new Wording(ja + "。", en + ".");
    }

    /** A name in two fields, as Salesforce and many forms have it. */
    private Optional<Filled> nameOfParts() {
        Optional<SourceField> last = first("LastName", "姓", "苗字", "氏");
        Optional<SourceField> first = first("FirstName", "名");
        if (last.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        String lastCode = last.get().code();
        String firstCode = first.get().code();
        return Optional.of(new Filled(
                new FieldMapping("name", new FieldSource.Join(List.of(lastCode, firstCode), " ")),
                new Guess.FieldGuess(
                        "name",
                        lastCode,
                        1,
                        new Wording(
                                "「" + last.get().label() + "」と「" + first.get().label() + "」をつなげると氏名になります。",
                                last.get().label() + " and " + first.get().label() + " make a full name."))));
    }

    private Optional<SourceField> first(String... names) {
        for (String name : names) {
            String folded = Words.folded(name);
            Optional<SourceField> found = source.fields().stream()
                    .filter(SourceField::readable)
                    .filter(field -> Words.folded(field.code()).equals(folded)
                            || Words.folded(field.label()).equals(folded))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
