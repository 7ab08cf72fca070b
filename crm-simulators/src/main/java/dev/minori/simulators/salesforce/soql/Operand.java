package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.schema.FieldKind;

/**
 * A value a condition looks at, as SQL.
 *
 * @param name how errors call it
 */
record Operand(String sql, FieldKind kind, String name) {

    boolean isId() {
        return kind == FieldKind.ID || kind == FieldKind.REFERENCE;
    }

    /** Text other than ids compares and sorts without regard to case. */
    boolean foldsCase() {
        return kind.family() == FieldKind.Family.TEXT && !isId();
    }

    /** The form that sorts. */
    String sortable() {
        return foldsCase() ? "lower(" + sql + ")" : sql;
    }
}
