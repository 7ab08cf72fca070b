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

    /** The quoted, qualified table of an object. */
    public String table(ObjectType object) {
        return databaseSchema + "." + Sql.quoted(object.name());
    }

    /** The PostgreSQL schema of the org. */
    public String databaseSchema() {
        return databaseSchema;
    }
}
