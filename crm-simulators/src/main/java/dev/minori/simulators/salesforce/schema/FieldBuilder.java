package dev.minori.simulators.salesforce.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field in the making: one that has only a name, or a copy of another, and what is different about it. */
final class FieldBuilder {

    private final String name;
    private final String label;
    private final FieldKind type;
    private int length;
    private int precision;
    private int scale;
    private boolean required;
    private boolean readOnly;
    private boolean unique;
    private boolean externalId;
    private boolean nameField;
    private boolean indexed;
    private boolean restricted;
    private @Nullable List<String> picklist;
    private @Nullable String formula;
    private @Nullable String referenceTo;
    private @Nullable String relationshipName;
    private @Nullable String childRelationshipName;
    private boolean cascadeDelete;
    private @Nullable String autoNumber;
    private @Nullable String compound;
    private boolean tracked;

    FieldBuilder(String name, String label, FieldKind type) {
        this.name = name;
        this.label = label;
        this.type = type;
    }

    FieldBuilder(Field field) {
        this(field.name(), field.label(), field.type());
        length = field.length();
        precision = field.precision();
        scale = field.scale();
        required = field.required();
        readOnly = field.readOnly();
        unique = field.unique();
        externalId = field.externalId();
        nameField = field.nameField();
        indexed = field.indexed();
        restricted = field.restricted();
        picklist = field.picklist();
        formula = field.formula();
        referenceTo = field.referenceTo();
        relationshipName = field.relationshipName();
        childRelationshipName = field.childRelationshipName();
        cascadeDelete = field.cascadeDelete();
        autoNumber = field.autoNumber();
        compound = field.compound();
        tracked = field.tracked();
    }

    FieldBuilder length(int characters) {
        this.length = characters;
        return this;
    }

    FieldBuilder required() {
        this.required = true;
        return this;
    }

    FieldBuilder readOnly(boolean unchangeable) {
        this.readOnly = unchangeable;
        return this;
    }

    FieldBuilder readOnly() {
        return readOnly(true);
    }

    FieldBuilder nameField(boolean nameOfRecords) {
        this.nameField = nameOfRecords;
        return this;
    }

    /** A reference to an object, and the name that walks along it. */
    FieldBuilder to(String object, String relationship) {
        this.referenceTo = object;
        this.relationshipName = relationship;
        return this;
    }

    /** A reference that nobody walks along. */
    FieldBuilder notWalkable() {
        this.relationshipName = null;
        return this;
    }

    /** The way back from the parent, whose records go with it. */
    FieldBuilder withChildren(String relationship) {
        this.childRelationshipName = relationship;
        this.cascadeDelete = true;
        return this;
    }

    Field build() {
        return new Field(
                name,
                label,
                type,
                length,
                precision,
                scale,
                required,
                readOnly,
                unique,
                externalId,
                nameField,
                indexed,
                restricted,
                picklist,
                formula,
                referenceTo,
                relationshipName,
                childRelationshipName,
                cascadeDelete,
                autoNumber,
                compound,
                tracked);
    }
}
