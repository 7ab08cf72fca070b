package dev.minori.scoring.expression;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind of row with its attributes. Attributes with a dot make a struct inside ({@code mrr.amount}). */
final class RowType {
    private final String name;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, StructType> parts = new LinkedHashMap<>();
    private final StructType celType;

    RowType(String name, List<Attribute> attributes) {
        this.name = name;
        attributes.forEach(attribute -> this.attributes.put(attribute.path(), attribute));
        Map<String, Map<String, CelType>> nested = new LinkedHashMap<>();
        Map<String, CelType> fields = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            int dot = attribute.path().indexOf('.');
            if (dot < 0) {
                fields.put(attribute.path(), attribute.type().celType());
            } else {
                nested.computeIfAbsent(attribute.path().substring(0, dot), _ -> new LinkedHashMap<>())
                        .put(
                                attribute.path().substring(dot + 1),
                                attribute.type().celType());
            }
        }
        nested.forEach((field, inner) -> {
            StructType part = struct(name + "_" + field, inner);
            parts.put(part.name(), part);
            fields.put(field, part);
        });
        celType = struct(name, fields);
    }

    String name() {
        return name;
    }

    StructType celType() {
        return celType;
    }

    /** This type and the structs inside it, by name. */
    Map<String, StructType> celTypes() {
        Map<String, StructType> all = new LinkedHashMap<>(parts);
        all.put(name, celType);
        return all;
    }

    /** The attribute with this path; a struct inside is known by its first attribute. */
    Optional<Attribute> attribute(String path) {
        Attribute exact = attributes.get(path);
        if (exact != null) {
            return Optional.of(exact);
        }
        return attributes.values().stream()
                .filter(attribute -> attribute.path().startsWith(path + "."))
                .findFirst();
    }

    List<Attribute> attributes() {
        return List.copyOf(attributes.values());
    }

    private static StructType struct(String name, Map<String, CelType> types) {
        ImmutableMap<String, CelType> fields = ImmutableMap.copyOf(types);
        return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }
}
