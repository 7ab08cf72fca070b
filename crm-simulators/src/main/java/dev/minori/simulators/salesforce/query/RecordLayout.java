package dev.minori.simulators.salesforce.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.soql.Compiled;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How the rows of a compiled query become nested records: fields in SELECT order, parents as objects of their own. */
final class RecordLayout {

    private final List<String> expressions = new ArrayList<>();
    private final Node root;
    private final String urlRoot;
    private final Instants instants;

    /** @param dataRoot {@code /services/data/v65.0}, for the records' URLs */
    RecordLayout(Compiled query, String dataRoot) {
        this(query, dataRoot, Instants.REST);
    }

    RecordLayout(Compiled query, String dataRoot, Instants instants) {
        this.instants = instants;
        this.urlRoot = dataRoot + "/sobjects/";
        this.root = new Node(query.object(), select("t0.\"Id\""));
        for (Compiled.Column column : query.columns()) {
            Node carrier = root;
            List<String> path = column.path();
            for (int depth = 1; depth < path.size(); depth++) {
                carrier = carrier.parent(path.get(depth - 1), query, path.subList(0, depth), this);
            }
            carrier.members.put(path.getLast(), leaf(column));
        }
        query.children().forEach(children -> root.members.put(children.name(), new Kids(children)));
    }

    private Leaf leaf(Compiled.Column column) {
        if (column.parts().isEmpty()) {
            return new Leaf(select(Values.jsonExpression(column.expression(), column.kind())), column.kind());
        }
        int first = select(column.parts().getFirst());
        column.parts().stream().skip(1).forEach(this::select);
        return new Leaf(first, column.kind());
    }

    private int select(String expression) {
        expressions.add(expression);
        return expressions.size();
    }

    /** The SELECT list that {@link #write} expects. */
    String selectList() {
        return String.join(", ", expressions);
    }

    /** The same with names, for a statement around it. */
    String namedSelectList() {
        return IntStream.range(0, expressions.size())
                .mapToObj(i -> expressions.get(i) + " as c" + i)
                .collect(Collectors.joining(", "));
    }

    /** Writes the current row of a query without child sub-selects as a record. */
    void write(JsonGenerator json, ResultSet row) throws SQLException, IOException {
        write(json, row, new ChildRecords());
    }

    /** Writes the current row as a record. */
    void write(JsonGenerator json, ResultSet row, ChildRecords children) throws SQLException, IOException {
        write(json, row, root, children);
    }

    private void write(JsonGenerator json, ResultSet row, Node node, ChildRecords children)
            throws SQLException, IOException {
        String id = row.getString(node.idColumn);
        if (id == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeObjectFieldStart("attributes");
        json.writeStringField("type", node.type.name());
        json.writeStringField("url", urlRoot + node.type.name() + "/" + id);
        json.writeEndObject();
        for (Map.Entry<String, Member> member : node.members.entrySet()) {
            json.writeFieldName(member.getKey());
            switch (member.getValue()) {
                case Node parent -> write(json, row, parent, children);
                case Kids(Compiled.Children kids) -> json.writeRawValue(children.json(kids, id));
                case Leaf(int column, FieldKind kind) when kind == FieldKind.ADDRESS -> address(json, row, column);
                case Leaf(int column, FieldKind kind)
                when kind == FieldKind.DATETIME -> Values.writeInstant(json, row, column, instants);
                case Leaf(int column, FieldKind kind) -> Values.write(json, row, column, kind);
            }
        }
        json.writeEndObject();
    }

    private static void address(JsonGenerator json, ResultSet row, int firstColumn) throws SQLException, IOException {
        List<@Nullable String> parts = new ArrayList<>();
        for (int i = 0; i < Compiled.Column.ADDRESS_PARTS.size(); i++) {
            parts.add(row.getString(firstColumn + i));
        }
        if (parts.stream().allMatch(part -> part == null)) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        for (int i = 0; i < parts.size(); i++) {
            json.writeStringField(Compiled.Column.ADDRESS_PARTS.get(i), parts.get(i));
        }
        json.writeNullField("geocodeAccuracy");
        json.writeNullField("latitude");
        json.writeNullField("longitude");
        json.writeEndObject();
    }

    private sealed interface Member {}

    private record Kids(Compiled.Children children) implements Member {}

    private record Leaf(int column, FieldKind kind) implements Member {}

    private static final class Node implements Member {

        private final ObjectType type;
        private final int idColumn;
        private final Map<String, Member> members = new LinkedHashMap<>();

        Node(ObjectType type, int idColumn) {
            this.type = type;
            this.idColumn = idColumn;
        }

        Node parent(String name, Compiled query, List<String> path, RecordLayout layout) {
            if (members.get(name) instanceof Node known) {
                return known;
            }
            Compiled.Parent joined = query.parents().stream()
                    .filter(candidate -> candidate.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("parent " + path + " was not joined"));
            Node node = new Node(joined.object(), layout.select(joined.alias() + ".\"Id\""));
            members.put(name, node);
            return node;
        }
    }
}
