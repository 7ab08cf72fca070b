package dev.minori.simulators.salesforce.query;

import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.store.CopiedRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the rows of a compiled query become nested records: fields in SELECT order, parents as objects of their own. */
final class RecordLayout {

    private static final byte[] END_OF_ATTRIBUTES = JsonBytes.ascii("\"}");
    private static final byte[] NO_PLACE_ON_EARTH =
            JsonBytes.ascii(",\"geocodeAccuracy\":null,\"latitude\":null,\"longitude\":null}");
    private static final List<byte[]> ADDRESS_PARTS =
            Compiled.Column.ADDRESS_PARTS.stream().map(JsonBytes::member).toList();
    private static final int USUAL_VALUE_BYTES = 24;
    private static final ChildRecords NO_CHILDREN = new ChildRecords();

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
        this.root = new Node(query.object(), urlRoot, select("t0.\"Id\""));
        for (Compiled.Column column : query.columns()) {
            Node carrier = root;
            List<String> path = column.path();
            for (int depth = 1; depth < path.size(); depth++) {
                carrier = carrier.parent(path.get(depth - 1), query, path.subList(0, depth), this);
            }
            carrier.put(path.getLast(), leaf(column));
        }
        query.children().forEach(children -> root.put(children.name(), new Kids(children)));
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
        return expressions.size() - 1;
    }

    /** How many columns {@link #write} expects; what else a statement selects comes behind them. */
    int width() {
        return expressions.size();
    }

    /** The id of the current row's record. */
    String id(CopiedRows row) {
        return row.text(root.idColumn);
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

    /** The names of {@link #namedSelectList} in the statement around it. */
    String names(String alias) {
        return IntStream.range(0, expressions.size())
                .mapToObj(i -> alias + ".c" + i)
                .collect(Collectors.joining(", "));
    }

    /** How many bytes a record usually has. */
    int usualBytes() {
        return root.fixedBytes() + width() * USUAL_VALUE_BYTES;
    }

    /** Writes the current row of a query without child sub-selects as a record. */
    void write(JsonBytes json, CopiedRows row) {
        write(json, row, root, NO_CHILDREN);
    }

    /** Writes the current row as a record. */
    void write(JsonBytes json, CopiedRows row, ChildRecords children) {
        write(json, row, root, children);
    }

    private void write(JsonBytes json, CopiedRows row, Node node, ChildRecords children) {
        if (row.isNull(node.idColumn)) {
            json.nothing();
            return;
        }
        json.raw(node.start).raw(row.bytes(), row.start(node.idColumn), row.length(node.idColumn));
        json.raw(END_OF_ATTRIBUTES);
        for (Named member : node.order) {
            json.raw(member.start);
            switch (member.value) {
                case Node parent -> write(json, row, parent, children);
                case Kids(Compiled.Children kids) -> children.write(json, kids, row.text(node.idColumn));
                case Leaf(int column, FieldKind kind) when kind == FieldKind.ADDRESS -> address(json, row, column);
                case Leaf(int column, FieldKind kind) -> Values.write(json, row, column, kind, instants);
            }
        }
        json.raw('}');
    }

    private static void address(JsonBytes json, CopiedRows row, int firstColumn) {
        int parts = ADDRESS_PARTS.size();
        if (IntStream.range(firstColumn, firstColumn + parts).allMatch(row::isNull)) {
            json.nothing();
            return;
        }
        for (int i = 0; i < parts; i++) {
            byte[] start = ADDRESS_PARTS.get(i);
            // The first member has a brace where the others have a comma.
            json.raw(i == 0 ? '{' : ',').raw(start, 1, start.length - 1);
            Values.write(json, row, firstColumn + i, FieldKind.STRING, Instants.REST);
        }
        json.raw(NO_PLACE_ON_EARTH);
    }

    private sealed interface Member {}

    private record Kids(Compiled.Children children) implements Member {}

    private record Leaf(int column, FieldKind kind) implements Member {}

    /** A member and how it begins, which need not be worked out for every record. */
    @SuppressWarnings("ArrayRecordComponent") // written only, never compared
    private record Named(byte[] start, Member value) {}

    private static final class Node implements Member {

        private final byte[] start;
        private final int idColumn;
        private final Map<String, Member> members = new HashMap<>();
        private final List<Named> order = new ArrayList<>();

        Node(ObjectType type, String urlRoot, int idColumn) {
            this.start = ("{\"attributes\":{\"type\":\"" + type.name() + "\",\"url\":\"" + urlRoot + type.name() + "/")
                    .getBytes(StandardCharsets.UTF_8);
            this.idColumn = idColumn;
        }

        void put(String name, Member member) {
            members.put(name, member);
            order.add(new Named(JsonBytes.member(name), member));
        }

        int fixedBytes() {
            int fixed = start.length + END_OF_ATTRIBUTES.length;
            for (Named member : order) {
                fixed += member.start.length + (member.value instanceof Node parent ? parent.fixedBytes() : 0);
            }
            return fixed;
        }

        Node parent(String name, Compiled query, List<String> path, RecordLayout layout) {
            if (members.get(name) instanceof Node known) {
                return known;
            }
            Compiled.Parent joined = query.parents().stream()
                    .filter(candidate -> candidate.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("parent " + path + " was not joined"));
            Node node = new Node(joined.object(), layout.urlRoot, layout.select(joined.alias() + ".\"Id\""));
            put(name, node);
            return node;
        }
    }
}
