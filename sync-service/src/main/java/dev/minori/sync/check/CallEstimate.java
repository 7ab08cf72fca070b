package dev.minori.sync.check;

import dev.minori.sync.connection.ConnectionSettings;

/** How many calls a day an object costs when it is read every five minutes. The bench counts what it really is. */
final class CallEstimate {
    private static final long POLLS = 24 * 12;

    /** Described every two hours. */
    private static final long DESCRIPTIONS = 12;

    private static final int SALESFORCE_PAGE = 2_000;
    private static final int KINTONE_PAGE = 500;

    private CallEstimate() {}

    static long perDay(ConnectionSettings settings, long records) {
        return switch (settings) {
            // Every two hours what Salesforce vouches for and what was deleted; once a day counts by month.
            case ConnectionSettings.Salesforce _ -> POLLS + DESCRIPTIONS + 24 + 1 + (records > SALESFORCE_PAGE ? 4 : 1);
            // Describing takes two calls; every hour the records are counted; once a day all ids and revisions are
            // read.
            case ConnectionSettings.Kintone _ -> POLLS + 2 * DESCRIPTIONS + 24 + 1 + records / KINTONE_PAGE + 1;
            case ConnectionSettings.Http() -> 0;
        };
    }
}
