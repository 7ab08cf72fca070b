package dev.minori.simulators.salesforce.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.store.CopiedRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * How values look on the wire. REST shows instants as {@code 2026-03-31T01:02:03.000+0000}, Bulk as {@code …000Z};
 * both with a resolution of one second for audit fields.
 */
public final class Values {

    private static final byte[] INSTANT = "0000-00-00T00:00:00.000+0000".getBytes(StandardCharsets.US_ASCII);
    private static final int ZONE_START = INSTANT.length - "+0000".length();

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
    static void write(JsonGenerator json, CopiedRows row, int column, FieldKind kind, Instants instants)
            throws IOException {
        if (row.isNull(column)) {
            json.writeNull();
            return;
        }
        switch (kind) {
            case INT -> json.writeNumber(row.whole(column));
            // The service prints doubles as Java does: 5000.0, and 1.0E7 from ten million on.
            case DOUBLE, CURRENCY, PERCENT -> json.writeNumber(row.real(column));
            case BOOLEAN -> json.writeBoolean(row.flag(column));
            case DATETIME -> writeInstant(json, row.epochMillis(column), instants);
            case ID, REFERENCE, STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST, MULTIPICKLIST, DATE, ADDRESS ->
                json.writeUTF8String(row.bytes(), row.start(column), row.length(column));
        }
    }

    private static void writeInstant(JsonGenerator json, long millis, Instants form) throws IOException {
        if (form == Instants.MILLISECONDS) {
            json.writeNumber(millis);
            return;
        }
        byte[] text = instant(millis);
        if (form == Instants.REST) {
            json.writeRawUTF8String(text, 0, text.length);
            return;
        }
        text[ZONE_START] = 'Z';
        json.writeRawUTF8String(text, 0, ZONE_START + 1);
    }

    /** An instant as SOAP and Bulk show it. */
    public static String zulu(Instant instant) {
        return instant(instant).substring(0, ZONE_START) + "Z";
    }

    /** An instant as REST shows it. */
    public static String instant(Instant instant) {
        return new String(instant(instant.toEpochMilli()), StandardCharsets.US_ASCII);
    }

    private static byte[] instant(long epochMillis) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(epochMillis, 1000L), Math.floorMod(epochMillis, 1000) * 1_000_000, ZoneOffset.UTC);
        byte[] text = INSTANT.clone();
        digits(text, 0, 4, time.getYear());
        digits(text, 5, 2, time.getMonthValue());
        digits(text, 8, 2, time.getDayOfMonth());
        digits(text, 11, 2, time.getHour());
        digits(text, 14, 2, time.getMinute());
        digits(text, 17, 2, time.getSecond());
        digits(text, 20, 3, time.getNano() / 1_000_000);
        return text;
    }

    private static void digits(byte[] text, int from, int length, int number) {
        int rest = number;
        for (int i = from + length - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
