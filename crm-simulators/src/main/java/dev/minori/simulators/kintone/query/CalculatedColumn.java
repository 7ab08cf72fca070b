package dev.minori.simulators.kintone.query;

import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;

/** Calculated fields are stored as the text they show; queries compare what it stands for. */
final class CalculatedColumn {

    private CalculatedColumn() {}

    private static String format(AppField field) {
        String format = field.format();
        return format == null ? "NUMBER" : format;
    }

    /** The type that a calculated field is compared as. */
    static FieldType shown(AppField field) {
        return switch (format(field)) {
            case "DATE" -> FieldType.DATE;
            case "DATETIME" -> FieldType.DATETIME;
            case "TIME" -> FieldType.TIME;
            default -> FieldType.NUMBER;
        };
    }

    /** SQL of the value. */
    static String sql(String text, AppField field) {
        String filled = "nullif(" + text + ", '')";
        return switch (format(field)) {
            case "DATE" -> "(" + filled + "::date)";
            case "DATETIME" -> "(" + filled + "::timestamptz)";
            case "TIME" -> "(" + filled + "::time)";
            case "HOUR_MINUTE", "DAY_HOUR_MINUTE" ->
                throw KintoneFault.notOffered("comparing or sorting hours and minutes that are calculated");
            default -> "(" + filled + "::numeric)";
        };
    }
}
