package dev.minori.sync.mapping;

import dev.minori.sync.mapping.table.TableColumn;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The columns of tables that a mapping reads as if they were fields of the record. */
final class TableColumns {
    private final SourceSchema schema;
    private final Map<TableColumn, SourceField> columns = new LinkedHashMap<>();

    TableColumns(MappingDocument document, SourceSchema schema) {
        this.schema = schema;
        for (String code : DocumentCodes.of(document)) {
            if (schema.field(code).isEmpty()) {
                TableColumn.parse(code)
                        .ifPresent(taken -> column(taken).ifPresent(column -> columns.put(taken, column)));
            }
        }
    }

    /** The schema with the columns as fields, each of the kind that is taken of it. */
    SourceSchema schema(MappingDocument document) {
        if (columns.isEmpty()) {
            return schema;
        }
        List<SourceField> fields = new ArrayList<>(schema.fields());
        columns.forEach((taken, column) -> field(taken, column, document).ifPresent(fields::add));
        return new SourceSchema(
                schema.objectName(), schema.label(), schema.keyField(), schema.changeField(), fields, schema.tables());
    }

    /** The record with the columns' values. */
    SourceRecord complete(SourceRecord record) {
        if (columns.isEmpty()) {
            return record;
        }
        SortedMap<String, SourceValue> values = new TreeMap<>(record.values());
        columns.forEach((taken, column) -> {
            SourceValue value = taken.value(record.value(taken.table()), column.type());
            if (value != null) {
                values.put(taken.code(), value);
            }
        });
        return new SourceRecord(record.id(), record.changedAt(), record.deleted(), values);
    }

    private Optional<SourceField> column(TableColumn taken) {
        return schema.tables().getOrDefault(taken.table(), List.of()).stream()
                .filter(column -> column.code().equals(taken.column()))
                .findFirst();
    }

    private Optional<SourceField> field(TableColumn taken, SourceField column, MappingDocument document) {
        Optional<SourceType> type = taken.take().of(column.type());
        boolean readable = schema.field(taken.table())
                .filter(table -> !document.excludedFields().contains(table.code()))
                .filter(SourceField::readable)
                .isPresent();
        return type.map(kind -> new SourceField(
                taken.code(),
                taken.code(),
                kind,
                column.nativeType(),
                column.role(),
                column.custom(),
                readable,
                column.personal(),
                null));
    }
}
