package dev.minori.kit.problem;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How enum constants are called in JSON. */
final class EnumNames {
    private EnumNames() {}

    static String onWire(Object constant) {
        Enum<?> value = (Enum<?>) constant;
        try {
            JsonProperty named =
                    value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class);
            return named == null || named.value().isEmpty() ? value.name() : named.value();
        } catch (NoSuchFieldException _) {
            return value.name();
        }
    }
}
