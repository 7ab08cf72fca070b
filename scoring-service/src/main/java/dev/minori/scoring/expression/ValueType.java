package dev.minori.scoring.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;

/** The types a minori-cel value can have. Numbers are decimals, whatever their source. */
public enum ValueType {
    NUMBER(SimpleType.DOUBLE, "数値", "a number"),
    TEXT(SimpleType.STRING, "文字列", "a text"),
    BOOLEAN(SimpleType.BOOL, "真偽値", "a condition"),
    /** A local day of the workspace. */
    DATE(OpaqueType.create("date"), "日付", "a date"),
    /** An instant. */
    TIME(OpaqueType.create("time"), "日時", "a time");

    /** A calendar period such as {@code months(6)}: never a value of its own. */
    static final CelType PERIOD = OpaqueType.create("period");

    /** A number of hours, {@code hours(12)}: never a value of its own. */
    static final CelType HOURS = OpaqueType.create("hours");

    private final CelType celType;
    private final String japanese;
    private final String english;

    ValueType(CelType celType, String japanese, String english) {
        this.celType = celType;
        this.japanese = japanese;
        this.english = english;
    }

    /** What a person reads on a Japanese screen. */
    public String japanese() {
        return japanese;
    }

    /** What a person reads on an English screen, with its article. */
    public String english() {
        return english;
    }

    CelType celType() {
        return celType;
    }
}
