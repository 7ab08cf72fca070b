package dev.minori.simulators.salesforce.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.store.CopiedRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the rows of a compiled query become nested records: fields in SELECT order, parents as objects of their own. */
final class RecordLayout {

    private static final SerializableString ATTRIBUTES = new SerializedString("attributes");
    private static final SerializableString TYPE = new SerializedString("type");
    private static final SerializableString URL = new SerializedString("url");
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

    /** Writes the current row of a query without child sub-selects as a record. */
    void write(JsonGenerator json, CopiedRows row) throws IOException {
        write(json, row, root, NO_CHILDREN);
    }

    /** Writes the current row as a record. */
    void write(JsonGenerator json, CopiedRows row, ChildRecords children) throws IOException {
        write(json, row, root, children);
    }

    private void write(JsonGenerator json, CopiedRows row, Node node, ChildRecords children) throws IOException {
        if (row.isNull(node.idColumn)) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeFieldName(ATTRIBUTES);
        json.writeStartObject();
        json.writeFieldName(TYPE);
        json.writeString(node.typeName);
        json.writeFieldName(URL);
        byte[] url = node.url(row);
        json.writeRawUTF8String(url, 0, url.length);
        json.writeEndObject();
        for (Named member : node.order) {
            json.writeFieldName(member.name);
            switch (member.value) {
                case Node parent -> write(json, row, parent, children);
                case Kids(Compiled.Children kids) -> json.writeRawValue(children.json(kids, row.text(node.idColumn)));
                case Leaf(int column, FieldKind kind) when kind == FieldKind.ADDRESS -> address(json, row, column);
                case Leaf(int column, FieldKind kind) -> Values.write(json, row, column, kind, instants);
            }
        }
        json.writeEndObject();
    }

    private static void address(JsonGenerator json, CopiedRows row, int firstColumn) throws IOException {
        int parts = Compiled.Column.ADDRESS_PARTS.size();
        if (IntStream.range(firstColumn, firstColumn + parts).allMatch(row::isNull)) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        for (int i = 0; i < parts; i++) {
            json.writeFieldName(Compiled.Column.ADDRESS_PARTS.get(i));
            Values.write(json, row, firstColumn + i, FieldKind.STRING, Instants.REST);
        }
        json.writeNullField("geocodeAccuracy");
        json.writeNullField("latitude");
        json.writeNullField("longitude");
        json.writeEndObject();
    }

    private sealed interface Member {}

    private record Kids(Compiled.Children children) implements Member {}

    private record Leaf(int column, FieldKind kind) implements Member {}

    /** A member with its name as bytes, which need not be escaped for every record. */
    private record Named(SerializableString name, Member value) {}

    private static final class Node implements Member {

        private final SerializableString typeName;
        private final byte[] urlStart;
        private final int idColumn;
        private final Map<String, Member> members = new HashMap<>();
        private final List<Named> order = new ArrayList<>();

        Node(ObjectType type, String urlRoot, int idColumn) {
            this.typeName = new SerializedString(type.name());
            this.urlStart = (urlRoot + type.name() + "/").getBytes(StandardCharsets.US_ASCII);
            this.idColumn = idColumn;
        }

        void put(String name, Member member) {
            members.put(name, member);
            order.add(new Named(new SerializedString(name), member));
        }

        byte[] url(CopiedRows row) {
            int length = row.length(idColumn);
            byte[] url = Arrays.copyOf(urlStart, urlStart.length + length);
            System.arraycopy(row.bytes(), row.start(idColumn), url, urlStart.length, length);
            return url;
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
