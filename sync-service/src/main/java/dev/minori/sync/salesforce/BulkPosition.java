package dev.minori.sync.salesforce;

import dev.minori.sync.source.ResumePoint;
import org.jspecify.annotations.Nullable;

/**
 * Where a bulk read stands.
 *
 * @param jobId the job, null before it was made
 * @param locator the page, null for the first
 * @param atEnd whether the last page is done
 * @param taken rows of the page already handed on
 * @param total rows of all pages already handed on
 */
record BulkPosition(@Nullable String jobId, @Nullable String locator, boolean atEnd, int taken, long total) {
    static final BulkPosition START = new BulkPosition(null, null, false, 0, 0);
    private static final String PREFIX = "bulk";

    static boolean isOne(ResumePoint resume) {
        return resume.position().startsWith(PREFIX + "|");
    }

    static BulkPosition of(ResumePoint resume) {
        String[] parts = resume.position().split("\\|", -1);
        return new BulkPosition(
                parts[1],
                parts[2].isEmpty() ? null : parts[2],
                parts[3].equals("end"),
                Integer.parseInt(parts[4]),
                Long.parseLong(parts[5]));
    }

    ResumePoint toResumePoint() {
        return new ResumePoint(String.join(
                "|",
                PREFIX,
                jobId == null ? "" : jobId,
                locator == null ? "" : locator,
                atEnd ? "end" : "",
                String.valueOf(taken),
                String.valueOf(total)));
    }

    BulkPosition inJob(String id) {
        return new BulkPosition(id, locator, atEnd, taken, total);
    }

    BulkPosition after(int rows) {
        return new BulkPosition(jobId, locator, atEnd, taken + rows, total + rows);
    }

    /** At the beginning of the page with this locator; null means there is none. */
    BulkPosition toPage(@Nullable String nextLocator) {
        return new BulkPosition(jobId, nextLocator, nextLocator == null, 0, total);
    }
}
