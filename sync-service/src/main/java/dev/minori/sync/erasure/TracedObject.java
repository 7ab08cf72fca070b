package dev.minori.sync.erasure;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.TargetSchema;
import dev.minori.sync.mapping.FieldMapping;
import dev.minori.sync.mapping.FieldSource;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.source.PersonalGuess;
import dev.minori.sync.source.SourceValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the mappings of a source object say about where it holds personal values, and what an erasure does to its records.
 * Fields that no mapping uses are judged by their names.
 */
public final class TracedObject {
    private static final Pattern ADDRESS_FIELD = Pattern.compile("(?i)e-?mail|メール");
    private static final Pattern PHONE_FIELD = Pattern.compile("(?i)phone|mobile|fax|電話|携帯");
    private static final Pattern WRITING = Pattern.compile("(?i)subject|description|comment|memo|note|件名|内容|備考|メモ");
    private static final Set<String> ADDRESSES = Set.of("email", "fromAddress", "toAddress", "respondentEmail");

    private final List<MappingDocument> documents;

    /** @param documents every version of every mapping of the object */
    public TracedObject(List<MappingDocument> documents) {
        this.documents = List.copyOf(documents);
    }

    /** What becomes of a record. */
    public sealed interface Verdict {
        /** It tells of nobody else: all of it goes. */
        record Whole() implements Verdict {}

        /** These fields go; the rest tells of others. */
        record Fields(Set<String> codes) implements Verdict {}
    }

    /** Learns what gives the person away from one version of one of its own records. */
    public void learn(Map<String, SourceValue> own, Traces traces) {
        own.forEach((code, value) -> {
            for (String text : texts(value)) {
                if (isAddress(code)) {
                    traces.addAddresses(text);
                }
                if (feeds(code, Set.of("phone")) || PHONE_FIELD.matcher(code).find()) {
                    traces.addPhone(text);
                }
            }
        });
        names(own).forEach(traces::addName);
    }

    /**
     * Judges one version of a record that is not the person's own.
     *
     * @param sameCustomer whether the record belongs to the person's customer: elsewhere a full name or a number may be
     *     somebody else's
     */
    public Verdict judge(Map<String, SourceValue> values, Traces traces, boolean sameCustomer) {
        boolean addressed = values.entrySet().stream()
                .anyMatch(entry -> isAddress(entry.getKey())
                        && texts(entry.getValue()).stream().anyMatch(traces::hasAddress));
        boolean refers =
                values.values().stream().anyMatch(value -> texts(value).stream().anyMatch(traces::isRecordId));
        if (is(Dataset.CONTACT)
                && addressed
                && names(values).stream().anyMatch(parts -> traces.hasName(String.join("", parts)))) {
            return new Verdict.Whole();
        }
        if ((is(Dataset.MESSAGE) || is(Dataset.SURVEY_RESPONSE)) && (addressed || refers)) {
            return new Verdict.Whole();
        }
        boolean near = sameCustomer && !is(Dataset.CUSTOMER);
        Set<String> fields = new TreeSet<>();
        values.forEach((code, value) -> {
            for (String text : texts(value)) {
                if (traces.hasAddress(text)
                        || (near && traces.hasPhoneOrName(text))
                        || (refers && isPersonal(code) && !traces.isRecordId(text))) {
                    fields.add(code);
                }
            }
        });
        return new Verdict.Fields(fields);
    }

    private boolean is(Dataset dataset) {
        return documents.stream().anyMatch(document -> document.dataset() == dataset);
    }

    private boolean isAddress(String code) {
        return feeds(code, ADDRESSES) || ADDRESS_FIELD.matcher(code).find();
    }

    private boolean isPersonal(String code) {
        Set<String> targets = new HashSet<>();
        for (MappingDocument document : documents) {
            TargetSchema.of(document.dataset()).fields().stream()
                    .filter(field -> field.personal() && field.kind() == FieldKind.TEXT)
                    .forEach(field -> targets.add(field.name()));
        }
        return feeds(code, targets)
                || PersonalGuess.of(code, "", "")
                || WRITING.matcher(code).find();
    }

    private boolean feeds(String code, Set<String> targets) {
        return documents.stream()
                .flatMap(document -> document.fields().stream())
                .filter(mapping -> targets.contains(mapping.target()))
                .anyMatch(mapping -> codes(mapping.from()).contains(code));
    }

    /** The parts of the name, for each mapping that says where the name is. */
    private List<List<String>> names(Map<String, SourceValue> values) {
        List<List<String>> names = new ArrayList<>();
        for (MappingDocument document : documents) {
            for (FieldMapping mapping : document.fields()) {
                if (document.dataset() == Dataset.CONTACT
                        && (mapping.target().equals("name") || mapping.target().equals("nameKana"))) {
                    List<String> parts = new ArrayList<>();
                    codes(mapping.from()).forEach(code -> parts.addAll(texts(values.get(code))));
                    names.add(parts);
                }
            }
        }
        return names;
    }

    private static List<String> codes(FieldSource from) {
        return switch (from) {
            case FieldSource.Copy(String field) -> List.of(field);
            case FieldSource.Constant _ -> List.of();
            case FieldSource.ValueMap map -> List.of(map.field());
            case FieldSource.FirstNonEmpty(List<String> fields) -> fields;
            case FieldSource.Join(List<String> fields, String _) -> fields;
            case FieldSource.Convert convert -> List.of(convert.field());
            case FieldSource.Money money -> List.of(money.field());
            case FieldSource.Cel(String expression) -> inFormula(expression);
        };
    }

    private static List<String> inFormula(String expression) {
        return Pattern.compile("f\\(\\s*[\"']([^\"']+)[\"']\\s*\\)")
                .matcher(expression)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable SourceValue value) {
        return switch (value) {
            case null -> List.of();
            case SourceValue.Text(String text) -> List.of(text);
            case SourceValue.Texts(List<String> texts) -> texts;
            case SourceValue.Structure(String json) -> List.of(json);
            case SourceValue.Unreadable(String raw, var _) -> List.of(raw);
            case SourceValue.Numeric(var number) -> List.of(number.toPlainString());
            case SourceValue.Flag _, SourceValue.Day _, SourceValue.Moment _ -> List.of();
        };
    }
}
