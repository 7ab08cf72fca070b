package dev.minori.simulators.salesforce.org;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user may see and do; what is not named is allowed. A field that is hidden does not exist for its user: describe
 * leaves it out and queries know no such column. Source: Salesforce Help, "Field-Level Security".
 *
 * @param objects restrictions by object name
 */
public record Permissions(Map<String, OfObject> objects) {

    public Permissions(@JsonProperty("objects") @Nullable Map<String, OfObject> objects) {
        this.objects = objects == null ? Map.of() : Map.copyOf(objects);
    }

    /** Whether a field is seen, and whether it may be changed. */
    public enum FieldAccess {
        none,
        read,
        edit
    }

    /**
     * Restrictions on one object.
     *
     * @param read false hides the object
     */
    public record OfObject(
            boolean read, boolean create, boolean edit, boolean delete, Map<String, FieldAccess> fields) {

        public OfObject(
                @JsonProperty("read") @Nullable Boolean read,
                @JsonProperty("create") @Nullable Boolean create,
                @JsonProperty("edit") @Nullable Boolean edit,
                @JsonProperty("delete") @Nullable Boolean delete,
                @JsonProperty("fields") @Nullable Map<String, FieldAccess> fields) {
            this(allowed(read), allowed(create), allowed(edit), allowed(delete), copied(fields));
        }

        private static boolean allowed(@Nullable Boolean given) {
            return given == null || given;
        }

        private static Map<String, FieldAccess> copied(@Nullable Map<String, FieldAccess> given) {
            return given == null ? Map.of() : Map.copyOf(given);
        }
    }

    /** Throws for names that are not there, and for fields that nobody can hide. */
    void check(OrgSchema schema) {
        objects.forEach((name, restrictions) -> {
            ObjectType object = schema.object(name)
                    .orElseThrow(() -> new IllegalArgumentException("there is no object '" + name + "'"));
            restrictions.fields.keySet().forEach(fieldName -> {
                Optional<Field> field = object.declared().stream()
                        .filter(one -> one.name().equalsIgnoreCase(fieldName))
                        .findFirst();
                if (field.isEmpty()) {
                    throw new IllegalArgumentException(
                            "there is no field '" + fieldName + "' of " + object.name() + " that could be restricted");
                }
                if (field.get().required() || field.get().nameField()) {
                    throw new IllegalArgumentException(
                            object.name() + "." + field.get().name() + " is required: everybody sees it");
                }
            });
        });
    }

    /** The schema as the user sees it. */
    OrgSchema seen(OrgSchema whole) {
        Map<String, OfObject> byName = new HashMap<>();
        objects.forEach((name, restrictions) ->
                whole.object(name).ifPresent(object -> byName.put(object.name(), restrictions)));
        List<ObjectType> seen = new ArrayList<>();
        for (ObjectType object : whole.objects()) {
            OfObject restrictions = byName.get(object.name());
            if (restrictions == null || restrictions.read) {
                seen.add(seen(object, restrictions, byName));
            }
        }
        return new OrgSchema(whole.databaseSchema(), seen);
    }

    private static ObjectType seen(ObjectType object, @Nullable OfObject restrictions, Map<String, OfObject> byName) {
        List<Field> fields = new ArrayList<>();
        for (Field field : object.declared()) {
            FieldAccess access = restrictions == null ? FieldAccess.edit : access(restrictions, field);
            if (access == FieldAccess.none) {
                continue;
            }
            OfObject target = field.referenceTo() == null ? null : byName.get(field.referenceTo());
            boolean walkable = target == null || target.read;
            fields.add(field.seen(access == FieldAccess.read || field.readOnly(), walkable));
        }
        ObjectType view = object.with(fields);
        return restrictions == null ? view : view.allowing(restrictions.create, restrictions.edit, restrictions.delete);
    }

    private static FieldAccess access(OfObject restrictions, Field field) {
        for (Map.Entry<String, FieldAccess> entry : restrictions.fields.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(field.name())) {
                return entry.getValue();
            }
        }
        return FieldAccess.edit;
    }
}
