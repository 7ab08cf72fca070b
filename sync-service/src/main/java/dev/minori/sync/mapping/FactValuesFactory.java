package dev.minori.sync.mapping;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.FactValues;
import dev.minori.events.fact.OutOfRangeException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the record of a dataset from values by name. */
final class FactValuesFactory {
    private final Constructor<? extends FactValues> constructor;
    private final List<String> names;

    FactValuesFactory(Dataset dataset) {
        RecordComponent[] components = dataset.valuesType().getRecordComponents();
        this.names = Arrays.stream(components).map(RecordComponent::getName).toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = dataset.valuesType().getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("a record has its canonical constructor", impossible);
        }
    }

    /** The record. Throws IllegalArgumentException, as the record does, if it refuses a value. */
    FactValues make(Map<String, @Nullable Object> values) {
        @Nullable Object[] arguments = names.stream().map(values::get).toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof OutOfRangeException outOfRange) {
                throw outOfRange;
            }
            throw new IllegalArgumentException(
                    refused.getCause() == null ? "refused" : refused.getCause().getMessage(), refused);
        } catch (InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException("values types are public records", impossible);
        }
    }
}
