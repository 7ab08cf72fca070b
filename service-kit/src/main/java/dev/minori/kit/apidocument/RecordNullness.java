package dev.minori.kit.apidocument;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of each property in the API's document whether it is always there or may be null, as the records say it: a
 * component is there unless it is {@code @Nullable}. Read when the service is built, where the annotations can be seen.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class RecordNullness implements OASFilter {
    private static final String OURS = "dev.minori.";
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");

    private final Map<String, List<ClassInfo>> records;

    public RecordNullness(IndexView index) {
        this.records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> type.name().toString().startsWith(OURS))
                .collect(Collectors.groupingBy(type -> simpleName(type.name())));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        if (components == null || components.getSchemas() == null) {
            return;
        }
        components.getSchemas().forEach((name, schema) -> {
            Map<String, Schema> properties = schema.getProperties();
            if (properties != null) {
                describe(schema, properties, candidates(name, properties));
            }
        });
    }

    /** Records that may stand behind a schema: records of one name are told apart by their components. */
    private List<ClassInfo> candidates(String schema, Map<String, Schema> properties) {
        return records.entrySet().stream()
                .filter(entry -> schema.startsWith(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(type -> componentNames(type).equals(properties.keySet()))
                .toList();
    }

    private static Set<String> componentNames(ClassInfo type) {
        return type.recordComponents().stream()
                .filter(component -> !component.hasAnnotation(UNWRAPPED))
                .map(RecordComponentInfo::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where several records fit, only what all of them say is said. */
    private static void describe(Schema schema, Map<String, Schema> properties, List<ClassInfo> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        TreeSet<String> required = new TreeSet<>(properties.keySet());
        TreeSet<String> nullable = new TreeSet<>();
        for (ClassInfo type : candidates) {
            for (RecordComponentInfo component : type.recordComponents()) {
                if (component.type().hasAnnotation(NULLABLE)) {
                    required.remove(component.name());
                    nullable.add(component.name());
                }
            }
        }
        // What a constraint demands stays demanded.
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
            nullable.removeAll(schema.getRequired());
        }
        schema.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
        Map.copyOf(properties).forEach((name, property) -> {
            if (nullable.contains(name)) {
                schema.addProperty(name, orNull(property));
            }
        });
    }

    private static Schema orNull(Schema property) {
        List<SchemaType> types = property.getType();
        if (types == null || property.getRef() != null) {
            return OASFactory.createSchema()
                    .description(property.getDescription())
                    .anyOf(List.of(
                            property.description(null),
                            OASFactory.createSchema().addType(SchemaType.NULL)));
        }
        if (!types.contains(SchemaType.NULL)) {
            property.addType(SchemaType.NULL);
        }
        return property;
    }

    private static String simpleName(DotName name) {
        String whole = name.toString();
        return whole.substring(Math.max(whole.lastIndexOf('.'), whole.lastIndexOf('$')) + 1);
    }
}
