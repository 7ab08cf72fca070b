package dev.minori.simulators.kintone.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Who asks a query, and when: functions count from it.
 *
 * @param code what {@code LOGINUSER()} stands for
 * @param zone {@code TODAY()} and its like count days in it
 */
public record Asker(String code, Instant now, ZoneId zone) {
    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }
}
