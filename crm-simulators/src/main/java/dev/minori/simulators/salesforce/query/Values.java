package dev.minori.simulators.salesforce.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.minori.simulators.salesforce.schema.FieldKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * How values look on the wire. REST shows instants as {@code 2026-03-31T01:02:03.000+0000}, Bulk as {@code …000Z};
 * both with a resolution of one second for audit fields.
 */
public final class Values {

    private static final int ZONE_LENGTH = "+0000".length();

    private Values() {}

    /** SQL that gives a value in the form {@link #write} reads. */
    static String jsonExpression(String reference, FieldKind kind) {
        return switch (kind.family()) {
            case DATE -> reference + "::text";
            case DATETIME -> "(extract(epoch from " + reference + ") * 1000)::bigint";
            case TEXT, BOOLEAN, NUMBER, COMPOUND -> reference;
        };
    }

    /** SQL that gives a value as a cell of a CSV file; null is the empty cell. */
    public static String csvExpression(String reference, FieldKind kind) {
        return switch (kind) {
            case DATETIME -> "coalesce(to_char(" + reference + ", 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'), '')";
            case DOUBLE, CURRENCY, PERCENT ->
                "coalesce(case when scale(trim_scale(" + reference + ")) = 0 then trim_scale(" + reference
                        + ")::text || '.0' else trim_scale(" + reference + ")::text end, '')";
            case DATE, INT, BOOLEAN -> "coalesce(" + reference + "::text, '')";
            case ID, REFERENCE, STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST, MULTIPICKLIST, ADDRESS ->
                "coalesce(" + reference + ", '')";
        };
    }

    /** Writes a column of the current row as a JSON value. */
    static void write(JsonGenerator json, ResultSet row, int column, FieldKind kind) throws SQLException, IOException {
        switch (kind) {
            case INT -> {
                long value = row.getLong(column);
                if (row.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeNumber(value);
                }
            }
            case DOUBLE, CURRENCY, PERCENT -> {
                BigDecimal value = row.getBigDecimal(column);
                if (value == null) {
                    json.writeNull();
                } else {
                    // The service prints doubles as Java does: 5000.0, and 1.0E7 from ten million on.
                    json.writeNumber(value.doubleValue());
                }
            }
            case BOOLEAN -> {
                boolean value = row.getBoolean(column);
                if (row.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeBoolean(value);
                }
            }
            case DATETIME -> writeInstant(json, row, column, Instants.REST);
            case ID, REFERENCE, STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST, MULTIPICKLIST, DATE, ADDRESS -> {
                String value = row.getString(column);
                if (value == null) {
                    json.writeNull();
                } else {
                    json.writeString(value);
                }
            }
        }
    }

    /** Writes an instant of the current row in an API's own form. */
    static void writeInstant(JsonGenerator json, ResultSet row, int column, Instants form)
            throws SQLException, IOException {
        long millis = row.getLong(column);
        if (row.wasNull()) {
            json.writeNull();
            return;
        }
        switch (form) {
            case REST -> json.writeString(instant(millis));
            case ZULU -> json.writeString(zulu(Instant.ofEpochMilli(millis)));
            case MILLISECONDS -> json.writeNumber(millis);
        }
    }

    /** An instant as SOAP and Bulk show it. */
    public static String zulu(Instant instant) {
        String text = instant(instant);
        return text.substring(0, text.length() - ZONE_LENGTH) + "Z";
    }

    /** An instant as REST shows it. */
    public static String instant(Instant instant) {
        return instant(instant.toEpochMilli());
    }

    private static String instant(long epochMillis) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(epochMillis, 1000L), Math.floorMod(epochMillis, 1000) * 1_000_000, ZoneOffset.UTC);
        char[] text = new char[28];
        digits(text, 0, 4, time.getYear());
        text[4] = '-';
        digits(text, 5, 2, time.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, time.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, 2, time.getHour());
        text[13] = ':';
        digits(text, 14, 2, time.getMinute());
        text[16] = ':';
        digits(text, 17, 2, time.getSecond());
        text[19] = '.';
        digits(text, 20, 3, time.getNano() / 1_000_000);
        "+0000".getChars(0, 5, text, 23);
        return new String(text);
    }

    private static void digits(char[] text, int from, int length, int number) {
        int rest = number;
        for (int i = from + length - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
