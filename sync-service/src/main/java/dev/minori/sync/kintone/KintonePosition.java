package dev.minori.sync.kintone;

import dev.minori.sync.source.ResumePoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a read in the order of ids stands. It takes its beginning along: a record that was read before a break and changed
 * during it is met by no later page, so the read covers nothing beyond its very first answer.
 *
 * @param lastId the last id handed on, 0 before the first
 * @param begunAt the domain's clock at the first answer of the whole read, null before it
 * @param newest the newest change stamp met so far
 */
record KintonePosition(
        long lastId, @Nullable Instant begunAt, @Nullable Instant newest) {
    static final KintonePosition START = new KintonePosition(0, null, null);

    static KintonePosition of(ResumePoint resume) {
        String[] parts = resume.position().split("\\|", -1);
        if (parts.length != 3) {
            // Written before positions told when their read began: nothing is known to be covered.
            return new KintonePosition(Long.parseLong(parts[0]), null, null);
        }
        return new KintonePosition(Long.parseLong(parts[0]), instant(parts[1]), instant(parts[2]));
    }

    ResumePoint toResumePoint() {
        return new ResumePoint(lastId + "|" + text(begunAt) + "|" + text(newest));
    }

    /** Whether nothing was handed on yet. */
    boolean isStart() {
        return lastId == 0;
    }

    /** The same with what the first answer tells: no later one can tell when the read began. */
    KintonePosition begunAt(Instant serverTime) {
        return new KintonePosition(lastId, serverTime, newest);
    }

    /** Behind a record. */
    KintonePosition after(long id, @Nullable Instant stamp) {
        boolean isNewer = stamp != null && (newest == null || stamp.isAfter(newest));
        return new KintonePosition(Math.max(lastId, id), begunAt, isNewer ? stamp : newest);
    }

    /** Up to where the source is covered if the read ends here; null if nothing was seen that could tell. */
    @Nullable
    Instant coveredUntil() {
        if (newest == null || begunAt == null) {
            return null;
        }
        return newest.isBefore(begunAt) ? newest : begunAt;
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }
}
