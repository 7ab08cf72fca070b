package dev.minori.simulators.salesforce.query;

import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.store.CopiedRows;
import dev.minori.simulators.time.IsoInstant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * How values look on the wire. REST shows instants as {@code 2026-03-31T01:02:03.000+0000}, Bulk as {@code …000Z};
 * both with a resolution of one second for audit fields.
 */
public final class Values {

    private static final byte[] REST_ZONE = JsonBytes.ascii("+0000");
    private static final byte[] ZULU = JsonBytes.ascii("Z");

    private Values() {}

    /** SQL that gives a value in the form {@link #write} reads. */
    static String jsonExpression(String reference, FieldKind kind) {
        return switch (kind) {
            case DATETIME -> "(" + reference + ")::timestamptz";
            case INT -> "(" + reference + ")::bigint";
            case DOUBLE, CURRENCY, PERCENT -> "(" + reference + ")::float8";
            case DATE -> "(" + reference + ")::text";
            case BOOLEAN, ID, REFERENCE, STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST, MULTIPICKLIST, ADDRESS ->
                reference;
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
    static void write(JsonBytes json, CopiedRows row, int column, FieldKind kind, Instants instants) {
        if (row.isNull(column)) {
            json.nothing();
            return;
        }
        switch (kind) {
            case INT -> json.number(row.whole(column));
            // The service prints doubles as Java does: 5000.0, and 1.0E7 from ten million on.
            case DOUBLE, CURRENCY, PERCENT -> json.number(row.real(column));
            case BOOLEAN -> json.flag(row.flag(column));
            case DATETIME -> instant(json, row.epochMillis(column), instants);
            case ID, REFERENCE, STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST, MULTIPICKLIST, DATE, ADDRESS ->
                json.string(row.bytes(), row.start(column), row.length(column));
        }
    }

    private static void instant(JsonBytes json, long millis, Instants form) {
        switch (form) {
            case MILLISECONDS -> json.number(millis);
            case REST -> json.millis(millis, REST_ZONE);
            case ZULU -> json.millis(millis, ZULU);
        }
    }

    /** An instant as SOAP and Bulk show it. */
    public static String zulu(Instant instant) {
        return text(instant) + "Z";
    }

    /** An instant as REST shows it. */
    public static String instant(Instant instant) {
        return text(instant) + "+0000";
    }

    private static String text(Instant instant) {
        byte[] text = new byte[IsoInstant.MILLIS_LENGTH];
        IsoInstant.write(instant.toEpochMilli(), text, 0);
        return new String(text, StandardCharsets.US_ASCII);
    }
}
