package dev.minori.simulators.salesforce.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.salesforce.record.RecordWrites;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of an uploaded file into writes. An empty cell leaves a field alone, {@code #N/A} empties it, and a
 * heading such as {@code Account.CustomerCode__c} refers to a parent by its external id.
 */
public final class IngestRows {

    /** The cell that empties a field. */
    public static final String EMPTIED = "#N/A";

    private final WriteOperation operation;
    private final ObjectType object;
    private final @Nullable Field key;
    private final List<Column> columns;

    private IngestRows(WriteOperation operation, ObjectType object, @Nullable Field key, List<Column> columns) {
        this.operation = operation;
        this.object = object;
        this.key = key;
        this.columns = columns;
    }

    private sealed interface Column {
        record OfField(Field field) implements Column {}

        record OfParent(Field reference, ObjectType parent, Field key) implements Column {}
    }

    /** A heading nothing is known of. */
    public static final class UnknownHeading extends Exception {

        private static final long serialVersionUID = 1L;

        UnknownHeading(String heading) {
            super("Field name not found : " + heading);
        }

        /** How a job or batch tells of it. */
        public String text() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Rows under some headings.
     *
     * @param keyField the external id of an upsert, or null
     */
    public static IngestRows of(
            WriteOperation operation,
            OrgSchema schema,
            String objectName,
            @Nullable String keyField,
            List<String> headings)
            throws UnknownHeading {
        ObjectType object = RecordWrites.writable(schema, objectName);
        Field key = keyField == null ? null : RecordWrites.key(object, keyField);
        List<Column> columns = new ArrayList<>();
        for (String heading : headings) {
            columns.add(column(schema, object, heading.strip()).orElseThrow(() -> new UnknownHeading(heading)));
        }
        return new IngestRows(operation, object, key, List.copyOf(columns));
    }

    private static Optional<Column> column(OrgSchema schema, ObjectType object, String heading) {
        int dot = heading.indexOf('.');
        if (dot < 0) {
            return object.field(heading).map(Column.OfField::new);
        }
        Optional<Field> reference = object.relationship(heading.substring(0, dot));
        Optional<ObjectType> parent = reference.flatMap(field -> schema.object(String.valueOf(field.referenceTo())));
        if (reference.isEmpty() || parent.isEmpty()) {
            return Optional.empty();
        }
        return parent.get()
                .field(heading.substring(dot + 1))
                .filter(Field::externalId)
                .map(field -> new Column.OfParent(reference.get(), parent.get(), field));
    }

    /** How many cells a row must have. */
    int width() {
        return columns.size();
    }

    /** Does one row. */
    RecordWrites.Saved write(RecordWrites writes, List<String> cells) throws SQLException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String id = "";
        String keyValue = "";
        for (int i = 0; i < columns.size(); i++) {
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            switch (columns.get(i)) {
                case Column.OfField(Field field) -> {
                    boolean isKey = key != null && key.name().equals(field.name());
                    if (isKey) {
                        keyValue = cell;
                    } else if (field.name().equals("Id")) {
                        id = cell;
                    } else if (cell.equals(EMPTIED)) {
                        body.putNull(field.name());
                    } else {
                        body.put(field.name(), cell);
                    }
                }
                case Column.OfParent(Field reference, ObjectType parent, Field parentKey) -> {
                    if (cell.equals(EMPTIED)) {
                        body.putNull(reference.name());
                    } else {
                        body.put(reference.name(), writes.referenced(parent, parentKey, cell));
                    }
                }
            }
        }
        return switch (operation) {
            case INSERT -> writes.create(object, body);
            case UPDATE -> writes.update(object, id, body);
            case UPSERT -> writes.upsert(object, required(key), keyValue, body);
            case DELETE -> writes.delete(object, id);
            case HARD_DELETE -> writes.purge(object, id);
        };
    }

    private static Field required(@Nullable Field key) {
        if (key == null) {
            throw new IllegalStateException("an upsert has a key field");
        }
        return key;
    }
}
