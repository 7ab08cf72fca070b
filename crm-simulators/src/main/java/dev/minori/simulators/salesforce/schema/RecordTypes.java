package dev.minori.simulators.salesforce.schema;

import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The object {@code RecordType}, whose rows are the record types that the other objects declare. */
public final class RecordTypes {

    /** The object's name. */
    public static final String OBJECT = "RecordType";

    private static final String PREFIX = "012";

    private RecordTypes() {}

    /** The objects with ids for their record types, and with {@code RecordType} when there are any. */
    public static List<ObjectType> completed(List<ObjectType> objects) {
        List<ObjectType> all = new ArrayList<>();
        int number = 0;
        for (ObjectType object : objects) {
            List<RecordType> types = new ArrayList<>();
            for (RecordType type : object.recordTypes()) {
                types.add(new RecordType(
                        SalesforceId.of(PREFIX, ++number), type.developerName(), type.label(), type.byDefault()));
            }
            all.add(types.isEmpty() ? object : object.withRecordTypes(types));
        }
        if (number > 0) {
            all.add(new ObjectType(
                    OBJECT,
                    "レコードタイプ",
                    "レコードタイプ",
                    PREFIX,
                    List.of(
                            field("Name", FieldKind.STRING, true),
                            field("DeveloperName", FieldKind.STRING, false),
                            field("SobjectType", FieldKind.STRING, false),
                            field("IsActive", FieldKind.BOOLEAN, false)),
                    null));
        }
        return List.copyOf(all);
    }

    private static Field field(String name, FieldKind kind, boolean nameField) {
        return Field.named(name, name, kind)
                .length(80)
                .required()
                .readOnly()
                .nameField(nameField)
                .build();
    }

    /** Writes the rows of a new org. */
    public static void insert(Connection connection, OrgSchema schema, Instant now, String userId) throws SQLException {
        for (ObjectType object : schema.objects()) {
            for (RecordType type : object.recordTypes()) {
                ObjectType own = schema.object(OBJECT).orElseThrow(() -> new SQLException("no object " + OBJECT));
                @Nullable
                Object[] values = {
                    type.requiredId(), type.label(), type.developerName(), object.name(), now, userId, now, userId, now
                };
                Sql.update(
                        connection,
                        "insert into " + schema.table(own) + " (\"Id\", \"Name\", \"DeveloperName\", \"SobjectType\","
                                + " \"IsActive\", \"CreatedDate\", \"CreatedById\", \"LastModifiedDate\","
                                + " \"LastModifiedById\", \"SystemModstamp\") values (?, ?, ?, ?, true, ?, ?, ?, ?, ?)",
                        values);
            }
        }
    }
}
