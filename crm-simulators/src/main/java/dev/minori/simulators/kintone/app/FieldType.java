package dev.minori.simulators.kintone.app;

import java.util.Set;

/** Field types with the column that stores them and the operators a query may use on them. */
public enum FieldType {
    SINGLE_LINE_TEXT("text", Operators.TEXT),
    LINK("text", Operators.TEXT),
    MULTI_LINE_TEXT("text", Operators.LONG_TEXT),
    RICH_TEXT("text", Operators.LONG_TEXT),
    RADIO_BUTTON("text", Operators.CHOICE),
    DROP_DOWN("text", Operators.CHOICE),
    CHECK_BOX("text[]", Operators.CHOICE),
    MULTI_SELECT("text[]", Operators.CHOICE),
    NUMBER("numeric", Operators.NUMBER),
    DATE("date", Operators.TIME),
    DATETIME("timestamptz", Operators.TIME),
    TIME("time", Operators.TIME),
    USER_SELECT("jsonb", Operators.CHOICE),
    ORGANIZATION_SELECT("jsonb", Operators.CHOICE),
    GROUP_SELECT("jsonb", Operators.CHOICE),
    FILE("jsonb", Operators.LONG_TEXT),
    CALC("text", Operators.NUMBER),
    STATUS("text", Operators.STATUS),
    STATUS_ASSIGNEE("jsonb", Operators.CHOICE),
    SUBTABLE("jsonb", Set.of()),
    RECORD_NUMBER("", Operators.NUMBER),
    CREATOR("", Operators.CHOICE),
    MODIFIER("", Operators.CHOICE),
    CREATED_TIME("", Operators.TIME),
    UPDATED_TIME("", Operators.TIME);

    private final String column;

    @SuppressWarnings("ImmutableEnumChecker") // every constant is given a set that Set.of made
    private final Set<String> operators;

    FieldType(String column, Set<String> operators) {
        this.column = column;
        this.operators = operators;
    }

    /** The PostgreSQL column type; empty for what every record has anyway. */
    public String column() {
        return column;
    }

    /** Operators of the query language, in lower case. */
    public Set<String> operators() {
        return operators;
    }

    /** Set by the service, never by a caller. */
    public boolean system() {
        return column.isEmpty();
    }

    /** Callers may give values. */
    public boolean given() {
        return !system() && this != CALC && this != STATUS && this != STATUS_ASSIGNEE;
    }

    /** Holds several choices. */
    public boolean multiple() {
        return this == CHECK_BOX || this == MULTI_SELECT;
    }

    /** Holds users, organizations or groups. */
    public boolean entities() {
        return this == USER_SELECT || this == ORGANIZATION_SELECT || this == GROUP_SELECT || this == STATUS_ASSIGNEE;
    }

    /** Holds one of given choices. */
    public boolean choice() {
        return this == RADIO_BUTTON || this == DROP_DOWN;
    }

    /** Operators by kind of field. Source: kintone developer documentation, "query". */
    private static final class Operators {
        static final Set<String> TEXT = Set.of("=", "!=", "in", "not in", "like", "not like");
        static final Set<String> LONG_TEXT = Set.of("like", "not like", "is empty", "is not empty");
        static final Set<String> STATUS = Set.of("=", "!=", "in", "not in");
        static final Set<String> CHOICE = Set.of("in", "not in");
        static final Set<String> NUMBER = Set.of("=", "!=", "<", ">", "<=", ">=", "in", "not in");
        static final Set<String> TIME = Set.of("=", "!=", "<", ">", "<=", ">=");
    }
}
