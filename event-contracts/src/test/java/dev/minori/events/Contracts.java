package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the tests of the contracts look through: every event type, every golden file. */
final class Contracts {
    static final Path GOLDEN = Path.of("src/test/resources/golden");

    private Contracts() {}

    /** A mapper as any reader may configure it: new properties pass. */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /** Every event's record, by its type on the wire, in alphabetical order. */
    static Map<String, Class<?>> eventTypes() {
        Map<String, Class<?>> types = new TreeMap<>();
        for (Class<?> topic : MinoriEvent.class.getPermittedSubclasses()) {
            for (JsonSubTypes.Type type :
                    topic.getAnnotation(JsonSubTypes.class).value()) {
                types.put(type.name(), type.value());
            }
        }
        return types;
    }

    /** The record and every record reachable from its components. */
    static Set<Class<?>> recordsOf(Class<?> root) {
        Set<Class<?>> found = new LinkedHashSet<>();
        collect(root, found);
        return found;
    }

    static List<Path> goldenFiles() {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void collect(Type type, Set<Class<?>> found) {
        switch (type) {
            case ParameterizedType generic -> {
                for (Type argument : generic.getActualTypeArguments()) {
                    collect(argument, found);
                }
            }
            case GenericArrayType array -> collect(array.getGenericComponentType(), found);
            case Class<?> plain
            when plain.isSealed() -> {
                for (Class<?> permitted : plain.getPermittedSubclasses()) {
                    collect(permitted, found);
                }
            }
            case Class<?> plain
            when plain.isRecord() && found.add(plain) -> {
                for (RecordComponent component : plain.getRecordComponents()) {
                    collect(component.getGenericType(), found);
                }
            }
            default -> {}
        }
    }
}
