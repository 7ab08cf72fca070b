package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import dev.minori.simulators.salesforce.soql.Query.Path;
import dev.minori.simulators.store.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Resolves the paths of one query to columns, joining parents as they are named. */
final class Scope {

    private static final int MAX_PARENT_LEVELS = 5;

    private final Query query;
    private final OrgSchema schema;
    private final ObjectType object;
    private final String aliasPrefix;
    private final Map<String, Compiled.Parent> parents = new LinkedHashMap<>();
    private final StringBuilder joins = new StringBuilder();

    /** @param aliasPrefix keeps the table aliases of a sub-query apart from those around it */
    Scope(Query query, OrgSchema schema, ObjectType object, String aliasPrefix) {
        this.query = query;
        this.schema = schema;
        this.object = object;
        this.aliasPrefix = aliasPrefix;
    }

    /** The scope of a query that names its object. */
    static Scope ofObject(Query query, OrgSchema schema, String aliasPrefix) {
        ObjectType object = schema.object(query.from())
                .orElseThrow(() -> SoqlException.at(
                        "INVALID_TYPE",
                        query.text(),
                        query.source().from(),
                        "sObject type '" + query.from()
                                + "' is not supported. If you are attempting to use a custom object, be sure to append"
                                + " the '__c' after the entity name. Please reference your WSDL or the describe call"
                                + " for the appropriate names."));
        return new Scope(query, schema, object, aliasPrefix);
    }

    ObjectType object() {
        return object;
    }

    Query query() {
        return query;
    }

    String rootAlias() {
        return aliasPrefix + "0";
    }

    List<Compiled.Parent> parents() {
        return List.copyOf(parents.values());
    }

    String from() {
        return schema.table(object) + " " + rootAlias() + joins;
    }

    /** A field found: its canonical path, its definition and the table alias that carries it. */
    record Found(List<String> path, Field field, String alias) {
        String reference() {
            return alias + "." + Sql.quoted(field.name());
        }
    }

    Found resolve(Path path) {
        List<String> names = withoutAlias(path.names());
        if (names.size() - 1 > MAX_PARENT_LEVELS) {
            throw error(path, "The relationship path '" + path.dotted() + "' goes over more than five levels");
        }
        ObjectType at = object;
        String alias = rootAlias();
        List<String> canonical = new ArrayList<>();
        for (String name : names.subList(0, names.size() - 1)) {
            Field reference = at.relationship(name).orElseThrow(() -> unknownRelationship(path, name));
            String relationship = String.valueOf(reference.relationshipName());
            canonical.add(relationship);
            Compiled.Parent parent = join(canonical, alias, reference);
            at = parent.object();
            alias = parent.alias();
        }
        String last = names.getLast();
        ObjectType carrier = at;
        Field field = carrier.field(last).orElseThrow(() -> unknownField(path, last, carrier));
        canonical.add(field.name());
        return new Found(List.copyOf(canonical), field, alias);
    }

    private List<String> withoutAlias(List<String> names) {
        String first = names.getFirst();
        boolean prefixed = names.size() > 1
                && (first.equalsIgnoreCase(query.alias())
                        || (first.equalsIgnoreCase(object.name())
                                && object.relationship(first).isEmpty()));
        return prefixed ? names.subList(1, names.size()) : names;
    }

    private Compiled.Parent join(List<String> path, String childAlias, Field reference) {
        String key = String.join(".", path).toLowerCase(Locale.ROOT);
        Compiled.Parent known = parents.get(key);
        if (known != null) {
            return known;
        }
        String target = String.valueOf(reference.referenceTo());
        ObjectType parentType = schema.object(target)
                .orElseThrow(() -> new IllegalStateException(reference.name() + " points to unknown " + target));
        String alias = aliasPrefix + (parents.size() + 1);
        joins.append(" left join ")
                .append(schema.table(parentType))
                .append(' ')
                .append(alias)
                .append(" on ")
                .append(alias)
                .append(".\"Id\" = ")
                .append(childAlias)
                .append('.')
                .append(Sql.quoted(reference.name()));
        Compiled.Parent parent = new Compiled.Parent(List.copyOf(path), parentType, alias);
        parents.put(key, parent);
        return parent;
    }

    private SoqlException unknownField(Path path, String name, ObjectType carrier) {
        return error(
                path,
                "No such column '" + name + "' on entity '" + carrier.name()
                        + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom"
                        + " field name. Please reference your WSDL or the describe call for the appropriate names.");
    }

    private SoqlException unknownRelationship(Path path, String name) {
        return error(
                path,
                "Didn't understand relationship '" + name
                        + "' in field path. If you are attempting to use a custom relationship, be sure to append the"
                        + " '__r' after the custom relationship name. Please reference your WSDL or the describe call"
                        + " for the appropriate names.");
    }

    SoqlException error(Path path, String message) {
        return SoqlException.at("INVALID_FIELD", query.text(), path.position(), message);
    }
}
