package dev.minori.simulators.salesforce.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * The objects that hold what tracked fields were: {@code AccountHistory} beside {@code Account}, {@code Deal__History}
 * beside {@code Deal__c}. Source: Object Reference, "StandardObjectNameHistory" and "CustomObject__History".
 */
public final class Histories {

    private static final String PREFIX = "017";
    private static final String CUSTOM_END = "__c";

    private Histories() {}

    /** The objects, each with tracked fields followed by its history. */
    public static List<ObjectType> completed(List<ObjectType> objects) {
        List<ObjectType> all = new ArrayList<>();
        for (ObjectType object : objects) {
            all.add(object);
            if (object.declared().stream().anyMatch(Field::tracked)) {
                all.add(history(object));
            }
        }
        return List.copyOf(all);
    }

    /** The name of an object's history. */
    public static String nameOf(ObjectType object) {
        return object.custom()
                ? object.name().substring(0, object.name().length() - CUSTOM_END.length()) + "__History"
                : object.name() + "History";
    }

    /** The field of a history that leads to its record. */
    public static String parentOf(ObjectType object) {
        return object.custom() ? "ParentId" : object.name() + "Id";
    }

    private static ObjectType history(ObjectType object) {
        String parent = parentOf(object);
        return new ObjectType(
                nameOf(object),
                object.label() + "履歴",
                object.label() + "履歴",
                PREFIX,
                List.of(
                        Field.named(parent, parent, FieldKind.REFERENCE)
                                .readOnly()
                                .to(object.name(), parent.substring(0, parent.length() - 2))
                                .withChildren("Histories")
                                .build(),
                        text("Field"),
                        text("DataType"),
                        text("OldValue"),
                        text("NewValue")),
                null);
    }

    private static Field text(String name) {
        return Field.named(name, name, FieldKind.STRING).readOnly().build();
    }
}
