package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.soql.Query.Call;
import dev.minori.simulators.salesforce.soql.Query.Expression;
import dev.minori.simulators.salesforce.soql.Query.Path;
import dev.minori.simulators.salesforce.soql.Query.Selected;
import dev.minori.simulators.store.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes columns of a SELECT list. */
final class Columns {

    private static final int MAX_FIELDS_ALL = 200;

    private final Query query;
    private final Scope scope;
    private final Operands operands;
    private final List<Compiled.Column> columns = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Columns(Query query, Scope scope, Operands operands) {
        this.query = query;
        this.scope = scope;
        this.operands = operands;
    }

    /** Columns of a query for records; its child sub-selects are not columns. */
    List<Compiled.Column> ofRecords() {
        for (Selected selected : query.select()) {
            switch (selected) {
                case Selected.OfField(Path path, String alias) -> addField(path, alias);
                case Selected.OfGroup group ->
                    group(group).forEach(field -> addField(new Path(List.of(field.name()), group.position()), null));
                case Selected.OfCall(Call call, String alias) -> addLabel(call, alias);
                case Selected.OfChildren _ -> {}
            }
        }
        return List.copyOf(columns);
    }

    private void addField(Path path, @Nullable String alias) {
        if (alias != null) {
            throw SoqlException.at(
                    "MALFORMED_QUERY", query.text(), path.position(), "only aggregate expressions use field aliasing");
        }
        Scope.Found found = scope.resolve(path);
        addOnce(column(found, carrier(found)));
    }

    private void addLabel(Call call, @Nullable String alias) {
        Path path = call.argument();
        if (path == null) {
            throw new IllegalStateException("toLabel() has an argument");
        }
        Compiled.Column plain = column(scope.resolve(path), scope.object());
        addOnce(
                alias == null
                        ? plain
                        : new Compiled.Column(List.of(alias), plain.expression(), plain.kind(), plain.parts()));
    }

    private void addOnce(Compiled.Column column) {
        if (!seen.add(column.header().toLowerCase(Locale.ROOT))) {
            throw SoqlException.plain("INVALID_FIELD", "duplicate field selected: " + column.header());
        }
        columns.add(column);
    }

    private ObjectType carrier(Scope.Found found) {
        return scope.parents().stream()
                .filter(parent -> parent.alias().equals(found.alias()))
                .findFirst()
                .map(Compiled.Parent::object)
                .orElse(scope.object());
    }

    private List<Field> group(Selected.OfGroup group) {
        Integer limit = query.limit();
        if (!group.group().equals("STANDARD") && (limit == null || limit > MAX_FIELDS_ALL)) {
            throw SoqlException.plain(
                    "MALFORMED_QUERY", "The SOQL FIELDS function must have a LIMIT of at most " + MAX_FIELDS_ALL);
        }
        return scope.object().fields().stream()
                .filter(field -> group.group().equals("ALL")
                        || field.custom() == group.group().equals("CUSTOM"))
                .toList();
    }

    private static Compiled.Column column(Scope.Found found, ObjectType carrier) {
        List<String> parts = new ArrayList<>();
        if (found.field().type() == FieldKind.ADDRESS) {
            String stem = found.field().name().substring(0, found.field().name().length() - "Address".length());
            for (String part : Compiled.Column.ADDRESS_PARTS) {
                String name = stem + Character.toUpperCase(part.charAt(0)) + part.substring(1);
                parts.add(carrier.field(name).isPresent() ? found.alias() + "." + Sql.quoted(name) : "null::text");
            }
        }
        return new Compiled.Column(
                found.path(),
                parts.isEmpty() ? found.reference() : "null::text",
                found.field().type(),
                parts);
    }

    /** Columns of an {@code AggregateResult}. */
    List<Compiled.Column> ofGroups(List<Operand> keys) {
        int unnamed = 0;
        for (Selected selected : query.select()) {
            switch (selected) {
                case Selected.OfField(Path path, String alias) -> {
                    Operand operand = operands.ofGroup(path, keys);
                    addGroup(alias == null ? operand.name() : alias, operand, path);
                }
                case Selected.OfCall(Call call, String alias) -> {
                    String name = alias == null ? "expr" + unnamed++ : alias;
                    addGroup(name, operands.ofGroup(call, keys), call);
                }
                case Selected.OfGroup _, Selected.OfChildren _ ->
                    throw SoqlException.plain("MALFORMED_QUERY", "only fields and aggregates may be grouped");
            }
        }
        return List.copyOf(columns);
    }

    private void addGroup(String name, Operand operand, Expression at) {
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            throw SoqlException.at("MALFORMED_QUERY", query.text(), at.position(), "duplicate alias: " + name);
        }
        columns.add(new Compiled.Column(List.of(name), operand.sql(), operand.kind(), List.of()));
    }
}
