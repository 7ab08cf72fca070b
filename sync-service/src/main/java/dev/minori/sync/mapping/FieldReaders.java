package dev.minori.sync.mapping;

import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.TargetSchema;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.mapping.expression.Formula;
import dev.minori.sync.mapping.expression.FormulaException;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the reader of each field mapping. */
final class FieldReaders {
    private final SourceSchema schema;
    private final MappingContext context;

    FieldReaders(SourceSchema schema, MappingContext context) {
        this.schema = schema;
        this.context = context;
    }

    /** The reader of a validated field mapping. */
    FieldReader reader(FieldMapping mapping, TargetSchema.Field target) {
        FieldReader read = completed(mapping, target, plain(mapping.from(), target));
        return target.kind() == FieldKind.MEMBER ? record -> member(read.read(record)) : read;
    }

    /** The reader with what the mapping says of values that are not there or cannot be read. */
    private static FieldReader completed(FieldMapping mapping, TargetSchema.Field target, FieldReader read) {
        Object otherwise = mapping.otherwise() == null ? null : Constants.parse(mapping.otherwise(), target.kind());
        return switch (mapping.onFailure()) {
            case REJECT -> otherwise == null ? read : record -> orElse(read.read(record), otherwise);
            case EMPTY ->
                record -> {
                    try {
                        return orElse(read.read(record), otherwise);
                    } catch (RejectedException _) {
                        return null;
                    }
                };
            case DEFAULT ->
                record -> {
                    try {
                        return orElse(read.read(record), otherwise);
                    } catch (RejectedException _) {
                        return otherwise;
                    }
                };
        };
    }

    private static @Nullable Object orElse(@Nullable Object value, @Nullable Object otherwise) {
        return value == null ? otherwise : value;
    }

    private FieldReader plain(FieldSource from, TargetSchema.Field target) {
        return switch (from) {
            case FieldSource.Copy(String field) ->
                record -> ValueReader.copy(ValueReader.readable(record, field), target.kind(), field);
            case FieldSource.Constant(String value) -> constant(value, target);
            case FieldSource.ValueMap map -> record -> mapped(record, map, target);
            case FieldSource.FirstNonEmpty(List<String> fields) -> record -> firstNonEmpty(record, fields, target);
            case FieldSource.Join(List<String> fields, String separator) -> record -> joined(record, fields, separator);
            case FieldSource.Convert convert -> {
                Converter converter = new Converter(convert, context.zone());
                yield record -> converter.convert(ValueReader.readable(record, convert.field()));
            }
            case FieldSource.Money money -> record -> MoneyReader.read(record, money, context.currency());
            case FieldSource.Cel(String expression) -> formula(expression, target);
        };
    }

    private @Nullable Object member(@Nullable Object owner) {
        return owner == null ? null : context.memberOfOwner().apply(owner.toString());
    }

    private static FieldReader constant(String value, TargetSchema.Field target) {
        Object parsed = Constants.parse(value, target.kind());
        return _ -> parsed;
    }

    private static @Nullable Object mapped(SourceRecord record, FieldSource.ValueMap map, TargetSchema.Field target) {
        String text = ValueReader.text(ValueReader.readable(record, map.field()));
        if (text == null) {
            return null;
        }
        String found = map.map().getOrDefault(text, map.otherwise());
        return found == null ? null : Constants.parse(found, target.kind());
    }

    private static @Nullable Object firstNonEmpty(SourceRecord record, List<String> fields, TargetSchema.Field target) {
        for (String field : fields) {
            SourceValue value = ValueReader.readable(record, field);
            if (value != null) {
                return ValueReader.copy(value, target.kind(), field);
            }
        }
        return null;
    }

    private static @Nullable Object joined(SourceRecord record, List<String> fields, String separator) {
        String text = fields.stream()
                .map(field -> ValueReader.text(ValueReader.readable(record, field)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(separator));
        return text.isEmpty() ? null : text;
    }

    private FieldReader formula(String expression, TargetSchema.Field target) {
        Formula formula;
        try {
            formula = Formula.compile(expression, schema);
        } catch (FormulaException broken) {
            throw new IllegalStateException("the formula of " + target.name() + " was valid when saved", broken);
        }
        return record -> {
            formula.fields().forEach(field -> ValueReader.readable(record, field));
            return asKind(formula.evaluate(record), target);
        };
    }

    private @Nullable Object asKind(@Nullable Object result, TargetSchema.Field target) {
        if (result == null) {
            return null;
        }
        try {
            return switch (target.kind()) {
                case TEXT, MEMBER -> result instanceof List<?> texts ? joinAll(texts) : result.toString();
                case WHOLE_NUMBER ->
                    ((BigDecimal) result).setScale(0, RoundingMode.HALF_UP).longValueExact();
                case BOOLEAN -> result;
                case DATE ->
                    result instanceof Instant moment
                            ? moment.atZone(context.zone()).toLocalDate()
                            : (LocalDate) result;
                case INSTANT ->
                    result instanceof LocalDate day
                            ? day.atStartOfDay(context.zone()).toInstant()
                            : (Instant) result;
                case MONEY -> throw new IllegalStateException("money is never a formula");
            };
        } catch (ArithmeticException | DateTimeException _) {
            throw new RejectedException(new Rejection(
                    "out-of-range",
                    target.name(),
                    result.toString(),
                    new Wording("計算結果が範囲を超えています。", "The formula's result is out of range.")));
        }
    }

    private static String joinAll(List<?> texts) {
        return texts.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }
}
