package dev.minori.simulators.salesforce.schema;

import dev.minori.simulators.store.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The objects of one org and the database schema that holds their rows. */
public final class OrgSchema {

    private final String databaseSchema;
    private final Map<String, ObjectType> byName = new LinkedHashMap<>();
    private final Map<String, ObjectType> byPrefix = new LinkedHashMap<>();

    /** @param databaseSchema PostgreSQL schema, safe as an identifier */
    public OrgSchema(String databaseSchema, List<ObjectType> objects) {
        this.databaseSchema = databaseSchema;
        for (ObjectType object : objects) {
            byName.put(object.name().toLowerCase(Locale.ROOT), object);
            byPrefix.put(object.keyPrefix(), object);
        }
    }

    /** All objects, in the definition's order. */
    public List<ObjectType> objects() {
        return List.copyOf(byName.values());
    }

    /** An object by API name, without regard to case. */
    public Optional<ObjectType> object(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The object an id belongs to, by its key prefix. */
    public Optional<ObjectType> objectOfId(String id) {
        return id.length() < 3 ? Optional.empty() : Optional.ofNullable(byPrefix.get(id.substring(0, 3)));
    }

    /** A child relationship: the object it leads to and the field there that points back. */
    public record ChildRelationship(String name, ObjectType object, Field field) {}

    /** The children a relationship name stands for, without regard to case. */
    public Optional<ChildRelationship> children(ObjectType parent, String relationshipName) {
        for (ObjectType child : byName.values()) {
            for (Field field : child.fields()) {
                String name = field.childRelationshipName();
                if (name != null
                        && name.equalsIgnoreCase(relationshipName)
                        && parent.name().equals(field.referenceTo())) {
                    return Optional.of(new ChildRelationship(name, child, field));
                }
            }
        }
        return Optional.empty();
    }

    /** The quoted, qualified table of an object. */
    public String table(ObjectType object) {
        return databaseSchema + "." + Sql.quoted(object.name());
    }

    /** The PostgreSQL schema of the org. */
    public String databaseSchema() {
        return databaseSchema;
    }
}
