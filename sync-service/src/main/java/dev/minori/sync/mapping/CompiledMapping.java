package dev.minori.sync.mapping;

import dev.minori.events.fact.ContractValues;
import dev.minori.events.fact.FactValues;
import dev.minori.events.fact.OutOfRangeException;
import dev.minori.events.fact.TargetSchema;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A published mapping made ready for one run: turns records into fact values or says why not. */
public final class CompiledMapping {
    private final MappingDocument document;
    private final MappingContext context;
    private final FactValuesFactory factory;
    private final TableColumns columns;
    private final List<Target> targets = new ArrayList<>();
    private final List<TargetSchema.Field> required;

    /** @param document valid for this schema, see {@link MappingValidator} */
    public CompiledMapping(MappingDocument document, SourceSchema schema, MappingContext context) {
        this.document = document;
        this.context = context;
        this.factory = new FactValuesFactory(document.dataset());
        TargetSchema target = TargetSchema.of(document.dataset());
        this.columns = new TableColumns(document, schema);
        FieldReaders readers = new FieldReaders(columns.schema(document), context);
        for (FieldMapping mapping : document.fields()) {
            target.field(mapping.target())
                    .ifPresent(field -> targets.add(new Target(field, readers.reader(mapping, field))));
        }
        this.required =
                target.fields().stream().filter(TargetSchema.Field::required).toList();
    }

    /** What the mapping makes of a record that is not deleted. */
    public MappingResult map(SourceRecord read) {
        SourceRecord record = columns.complete(read);
        try {
            Map<String, @Nullable Object> values = new HashMap<>();
            for (Target target : targets) {
                values.put(
                        target.field().name(),
                        exclusive(target.field(), target.reader().read(record)));
            }
            for (TargetSchema.Field field : required) {
                if (values.get(field.name()) == null) {
                    return rejected(
                            "required-missing",
                            field.name(),
                            null,
                            new Wording(
                                    "必須の項目「" + field.japanese() + "」に値がありません。",
                                    "The required field " + field.english() + " has no value."));
                }
            }
            return checked(factory.make(values), record);
        } catch (RejectedException refused) {
            return new MappingResult.Rejected(refused.rejection());
        } catch (OutOfRangeException refused) {
            return outOfRange(refused);
        } catch (IllegalArgumentException refused) {
            return rejected(
                    "out-of-range",
                    null,
                    null,
                    new Wording("値が範囲外です。", "A value is out of range: " + refused.getMessage()));
        }
    }

    private MappingResult outOfRange(OutOfRangeException refused) {
        Optional<TargetSchema.Field> field = TargetSchema.of(document.dataset()).field(refused.field());
        return rejected(
                "out-of-range",
                refused.field(),
                String.valueOf(refused.value()),
                new Wording(
                        "「%s」は%dから%dまでの値です。"
                                .formatted(
                                        field.map(TargetSchema.Field::japanese).orElse(refused.field()),
                                        refused.least(),
                                        refused.most()),
                        "%s goes from %d to %d."
                                .formatted(
                                        field.map(TargetSchema.Field::english).orElse(refused.field()),
                                        refused.least(),
                                        refused.most())));
    }

    private MappingResult checked(FactValues values, SourceRecord record) {
        if (values instanceof ContractValues contract
                && contract.endDate() != null
                && !contract.startDate().isBefore(contract.endDate())) {
            return rejected(
                    "ends-before-start",
                    "endDate",
                    contract.endDate().minusDays(1).toString(),
                    new Wording("契約終了日が契約開始日より前です。", "The contract ends before it starts."));
        }
        String link = link(record);
        if (link == null && !(document.customerLink() instanceof CustomerLink.Self)) {
            return rejected(
                    "customer-link-missing",
                    linkField(),
                    null,
                    new Wording("顧客を示す項目が空です。", "The field that names the customer is empty."));
        }
        return new MappingResult.Mapped(values, link, effectiveFrom(record));
    }

    private @Nullable Object exclusive(TargetSchema.Field field, @Nullable Object value) {
        boolean addsDay = field.exclusiveEnd() && document.lastDayRule(field.name()) == LastDayRule.LAST_DAY;
        return addsDay && value instanceof LocalDate lastDay ? lastDay.plusDays(1) : value;
    }

    private @Nullable String link(SourceRecord record) {
        String field = linkField();
        return field == null ? null : ValueReader.text(ValueReader.readable(record, field));
    }

    private @Nullable String linkField() {
        return switch (document.customerLink()) {
            case CustomerLink.Self() -> null;
            case CustomerLink.SourceRecord(String field, String _) -> field;
            case CustomerLink.CustomerCode(String field) -> field;
        };
    }

    private @Nullable Instant effectiveFrom(SourceRecord record) {
        String field = document.effectiveDate();
        if (field == null) {
            return null;
        }
        return switch (ValueReader.readable(record, field)) {
            case SourceValue.Day(LocalDate day) ->
                day.atStartOfDay(context.zone()).toInstant();
            case SourceValue.Moment(Instant moment) -> moment;
            case null, default -> null;
        };
    }

    private static MappingResult.Rejected rejected(
            String reason, @Nullable String field, @Nullable String sample, Wording detail) {
        return new MappingResult.Rejected(new Rejection(reason, field, sample, detail));
    }

    private record Target(TargetSchema.Field field, FieldReader reader) {}
}
