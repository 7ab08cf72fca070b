package dev.minori.sync.dryrun;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.FactValues;
import dev.minori.events.fact.Money;
import dev.minori.events.fact.TargetSchema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the values of a fact as people read them, by target field; what is not known is absent. */
final class FactTexts {
    private static final int LENGTH = 500;

    private final Map<TargetSchema.Field, RecordComponent> components = new LinkedHashMap<>();

    FactTexts(Dataset dataset) {
        TargetSchema schema = TargetSchema.of(dataset);
        for (RecordComponent component : dataset.valuesType().getRecordComponents()) {
            schema.field(component.getName()).ifPresent(field -> components.put(field, component));
        }
    }

    Map<String, String> of(FactValues values) {
        Map<String, String> texts = new LinkedHashMap<>();
        components.forEach((field, component) -> {
            Object value = value(values, component);
            if (value != null) {
                texts.put(field.name(), shortened(text(field, value)));
            }
        });
        return texts;
    }

    private static @Nullable Object value(FactValues values, RecordComponent component) {
        try {
            return component.getAccessor().invoke(values);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("values types are public records", impossible);
        }
    }

    /** Inside, an end is the first day after; people are shown the last day. */
    private static String text(TargetSchema.Field field, Object value) {
        return switch (value) {
            case Money(long minor, String currency) ->
                BigDecimal.valueOf(
                                        minor,
                                        Math.max(
                                                0,
                                                Currency.getInstance(currency).getDefaultFractionDigits()))
                                .toPlainString()
                        + " " + currency;
            case LocalDate end when field.exclusiveEnd() -> end.minusDays(1).toString();
            default -> value.toString();
        };
    }

    private static String shortened(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        // A pair must not be cut in half: half of it cannot be stored.
        int end = Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return text.substring(0, end) + "…";
    }
}
