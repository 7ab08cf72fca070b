package dev.minori.simulators.time;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants of UTC as digits, written into bytes that are there. */
public final class IsoInstant {

    /** Bytes of {@code 2026-03-31T01:02:03}. */
    public static final int SECONDS_LENGTH = 19;

    /** Bytes of {@code 2026-03-31T01:02:03.000}. */
    public static final int MILLIS_LENGTH = 23;

    private IsoInstant() {}

    /** Writes {@link #MILLIS_LENGTH} bytes, of which the first {@link #SECONDS_LENGTH} stand alone as well. */
    public static void write(long epochMillis, byte[] into, int at) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(epochMillis, 1000L), Math.floorMod(epochMillis, 1000) * 1_000_000, ZoneOffset.UTC);
        digits(into, at, 4, time.getYear());
        into[at + 4] = '-';
        digits(into, at + 5, 2, time.getMonthValue());
        into[at + 7] = '-';
        digits(into, at + 8, 2, time.getDayOfMonth());
        into[at + 10] = 'T';
        digits(into, at + 11, 2, time.getHour());
        into[at + 13] = ':';
        digits(into, at + 14, 2, time.getMinute());
        into[at + 16] = ':';
        digits(into, at + 17, 2, time.getSecond());
        into[at + 19] = '.';
        digits(into, at + 20, 3, time.getNano() / 1_000_000);
    }

    private static void digits(byte[] into, int from, int length, int number) {
        int rest = number;
        for (int i = from + length - 1; i >= from; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
