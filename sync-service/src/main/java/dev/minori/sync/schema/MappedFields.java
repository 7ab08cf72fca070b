package dev.minori.sync.schema;

import dev.minori.sync.mapping.CustomerLink;
import dev.minori.sync.mapping.FieldMapping;
import dev.minori.sync.mapping.FieldSource;
import dev.minori.sync.mapping.MappingDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where a mapping uses a field of its source. */
public final class MappedFields {
    /** {@code f("会社名")} and {@code known('会社名')} in a formula. */
    private static final Pattern IN_FORMULA = Pattern.compile("\\b(?:f|known)\\(\\s*(?:\"([^\"]*)\"|'([^']*)')\\s*\\)");

    private MappedFields() {}

    /** Names of the target fields, and of other parts of the document, that use the source field. */
    static List<String> using(MappingDocument document, String field) {
        List<String> uses = new ArrayList<>();
        for (FieldMapping mapping : document.fields()) {
            if (fieldsOf(mapping.from()).contains(field)) {
                uses.add(mapping.target());
            }
        }
        switch (document.customerLink()) {
            case CustomerLink.Self() -> {}
            case CustomerLink.SourceRecord(String link, String _) -> add(uses, link.equals(field), "customerLink");
            case CustomerLink.CustomerCode(String link) -> add(uses, link.equals(field), "customerLink");
        }
        add(uses, field.equals(document.effectiveDate()), "effectiveDate");
        add(uses, document.filter() != null && names(document.filter(), field), "filter");
        return uses;
    }

    /** Every source field that a mapping fills something from, or finds its customer or its date by. */
    public static Set<String> of(MappingDocument document) {
        Set<String> fields = new TreeSet<>();
        document.fields().forEach(mapping -> fields.addAll(fieldsOf(mapping.from())));
        switch (document.customerLink()) {
            case CustomerLink.Self() -> {}
            case CustomerLink.SourceRecord(String link, String _) -> fields.add(link);
            case CustomerLink.CustomerCode(String link) -> fields.add(link);
        }
        if (document.effectiveDate() != null) {
            fields.add(document.effectiveDate());
        }
        return fields;
    }

    private static void add(List<String> uses, boolean used, String name) {
        if (used) {
            uses.add(name);
        }
    }

    private static boolean names(String filter, String field) {
        return Pattern.compile("(?<![\\p{L}\\p{N}_.])" + Pattern.quote(field) + "(?![\\p{L}\\p{N}_])")
                .matcher(filter)
                .find();
    }

    private static Set<String> fieldsOf(FieldSource from) {
        return switch (from) {
            case FieldSource.Copy(String field) -> Set.of(field);
            case FieldSource.Constant _ -> Set.of();
            case FieldSource.ValueMap map -> Set.of(map.field());
            case FieldSource.FirstNonEmpty(List<String> fields) -> Set.copyOf(fields);
            case FieldSource.Join(List<String> fields, String _) -> Set.copyOf(fields);
            case FieldSource.Convert convert -> Set.of(convert.field());
            case FieldSource.Money money -> {
                Set<String> fields = new TreeSet<>(Set.of(money.field()));
                if (money.currencyField() != null) {
                    fields.add(money.currencyField());
                }
                yield fields;
            }
            case FieldSource.Cel(String expression) -> inFormula(expression);
        };
    }

    private static Set<String> inFormula(String expression) {
        Set<String> fields = new TreeSet<>();
        for (MatchResult found : IN_FORMULA.matcher(expression).results().toList()) {
            fields.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
        return fields;
    }
}
