package dev.minori.simulators.salesforce.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object, as a definition file gives it.
 *
 * @param length characters; 0 takes the kind's usual length
 * @param precision all digits of a number; 0 takes 18
 * @param required a value must be given on create
 * @param readOnly set by the system or a formula: neither createable nor updateable
 * @param formula PostgreSQL expression over columns of the same row; makes the field calculated
 * @param referenceTo object a reference points to
 * @param relationshipName name that walks from this reference to its parent ({@code Account}, {@code Owner})
 * @param childRelationshipName name of the way back, from the parent to its children
 * @param cascadeDelete deleting the parent deletes this record
 * @param autoNumber format with digits in braces, such as {@code {00000000}}; the value comes with the insert
 * @param compound the compound field this one is a part of ({@code BillingAddress})
 * @param tracked changes are kept in the object's history
 * @param indexed a non-unique index is kept because integrations filter by it
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Field(
        String name,
        String label,
        FieldKind type,
        int length,
        int precision,
        int scale,
        boolean required,
        boolean readOnly,
        boolean unique,
        boolean externalId,
        boolean nameField,
        boolean indexed,
        boolean restricted,
        @Nullable List<String> picklist,
        @Nullable String formula,
        @Nullable String referenceTo,
        @Nullable String relationshipName,
        @Nullable String childRelationshipName,
        boolean cascadeDelete,
        @Nullable String autoNumber,
        @Nullable String compound,
        boolean tracked) {

    private static final int LONG_TEXT = 255;

    /**
     * The field as a user with fewer rights sees it.
     *
     * @param walkable whether its parent is seen too
     */
    public Field seen(boolean unchangeable, boolean walkable) {
        FieldBuilder seen = new FieldBuilder(this).readOnly(unchangeable);
        return (walkable ? seen : seen.notWalkable()).build();
    }

    /** The beginning of a field that no definition file gives. */
    static FieldBuilder named(String name, String label, FieldKind type) {
        return new FieldBuilder(name, label, type);
    }

    /** Custom fields end in {@code __c}. */
    public boolean custom() {
        return name.endsWith("__c");
    }

    /** Whether the value comes from a formula. Such values change without moving {@code SystemModstamp}. */
    public boolean calculated() {
        return formula != null;
    }

    /** May be given on create. */
    public boolean createable() {
        return !readOnly && formula == null && autoNumber == null && type != FieldKind.ID && type != FieldKind.ADDRESS;
    }

    /** May be changed later. A master-detail parent cannot. */
    public boolean updateable() {
        return createable() && !(cascadeDelete && required);
    }

    /** Whether a record may be without a value. */
    public boolean nillable() {
        return !required && type != FieldKind.ID && type != FieldKind.BOOLEAN && autoNumber == null;
    }

    /** Long text areas can be selected, but neither filtered nor sorted by. */
    public boolean filterable() {
        return !(type == FieldKind.TEXTAREA && effectiveLength() > LONG_TEXT) && type != FieldKind.ADDRESS;
    }

    /** Numbers, instants and formulas are not grouped by. */
    public boolean groupable() {
        return filterable()
                && type.family() != FieldKind.Family.NUMBER
                && type != FieldKind.DATETIME
                && (!calculated() || nameField);
    }

    /** Length in characters as describe shows it. */
    public int effectiveLength() {
        if (length > 0) {
            return length;
        }
        return switch (type) {
            case ID, REFERENCE -> 18;
            case STRING, TEXTAREA, URL, PICKLIST -> 255;
            case EMAIL -> 80;
            case PHONE -> 40;
            case MULTIPICKLIST -> 4099;
            case BOOLEAN, INT, DOUBLE, CURRENCY, PERCENT, DATE, DATETIME, ADDRESS -> 0;
        };
    }

    /** Digits as describe shows them; 0 for what is not a number. */
    public int effectivePrecision() {
        return switch (type) {
            case DOUBLE, CURRENCY, PERCENT -> precision > 0 ? precision : 18;
            case INT,
                    ID,
                    REFERENCE,
                    STRING,
                    TEXTAREA,
                    EMAIL,
                    PHONE,
                    URL,
                    PICKLIST,
                    MULTIPICKLIST,
                    BOOLEAN,
                    DATE,
                    DATETIME,
                    ADDRESS -> 0;
        };
    }

    /** Picklist values; empty for other kinds. */
    public List<String> values() {
        return picklist == null ? List.of() : picklist;
    }

    /** Whether the value has a column of its own. */
    public boolean stored() {
        return type != FieldKind.ADDRESS;
    }

    /** Whether the unique constraint looks at the text without regard to case. */
    public boolean foldsCase() {
        return type.family() == FieldKind.Family.TEXT && type != FieldKind.ID && type != FieldKind.REFERENCE;
    }

    /** The key of this field in case-insensitive look-ups. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }
}
