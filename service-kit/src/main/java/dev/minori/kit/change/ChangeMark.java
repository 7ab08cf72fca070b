package dev.minori.kit.change;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to where somebody has seen the changes: the database's snapshot at that moment. Ids of stream events are marks.
 *
 * @param atSecond the database's clock, seconds since 1970
 * @param snapshot PostgreSQL's text of a {@code pg_snapshot}: first transaction that was not over, first that had not
 *     begun, and those between that were not over
 */
record ChangeMark(long atSecond, String snapshot) {
    private static final Pattern ID = Pattern.compile("(\\d{1,15})~((\\d{1,18}):(\\d{1,18}):([\\d,]{0,8000}))");

    /** The mark as an event id. */
    String id() {
        return atSecond + "~" + snapshot;
    }

    /** The first transaction that the snapshot may not show. */
    long oldest() {
        return Long.parseLong(snapshot.substring(0, snapshot.indexOf(':')));
    }

    /** The first transaction that had not begun. */
    long newest() {
        int from = snapshot.indexOf(':') + 1;
        return Long.parseLong(snapshot.substring(from, snapshot.indexOf(':', from)));
    }

    /** The mark of an event id; empty for a text that is none. */
    static Optional<ChangeMark> parse(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long next = Long.parseLong(matcher.group(3));
        long end = Long.parseLong(matcher.group(4));
        if (next < 1 || next > end) {
            return Optional.empty();
        }
        String running = matcher.group(5);
        if (!running.isEmpty()) {
            long last = next - 1;
            for (String text : running.split(",", -1)) {
                if (text.isEmpty() || text.length() > 18) {
                    return Optional.empty();
                }
                long transaction = Long.parseLong(text);
                if (transaction <= last || transaction >= end) {
                    return Optional.empty();
                }
                last = transaction;
            }
        }
        return Optional.of(new ChangeMark(Long.parseLong(matcher.group(1)), matcher.group(2)));
    }
}
