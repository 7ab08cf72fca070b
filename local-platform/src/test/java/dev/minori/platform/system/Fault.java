package dev.minori.platform.system;

import java.sql.SQLException;
import org.awaitility.Awaitility;

/** What befalls a part of the platform when the story comes to a point. */
sealed interface Fault {
    /** Part of the line the story prints there. */
    String line();

    /** How long after it. */
    int delayMillis();

    /** Does it; returns when it is over. */
    void strike(LocalPlatform platform);

    /** The process is ended as by a crash; the launcher starts it again. */
    record Kill(String line, String part, int delayMillis) implements Fault {
        @Override
        public void strike(LocalPlatform platform) {
            Journal.write("    kill -9 " + part);
            platform.kill(part);
        }
    }

    /**
     * The process stands still, and meanwhile the database takes its relays' lead away, as it would after the loss of a
     * connection. It goes on where it stood, believing that it leads.
     *
     * @param database its database
     * @param until called while it stands still; it goes on when this returns
     */
    record Depose(String line, String part, String database, int delayMillis, Runnable until) implements Fault {
        private static final String END_RELAYS = "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where datname = current_database() and application_name like 'minori-relay-%'";

        @Override
        public void strike(LocalPlatform platform) {
            Journal.write("    kill -STOP " + part);
            platform.pause(part);
            try {
                Awaitility.await("an end of the relays' sessions of " + database)
                        .until(() -> endRelays(platform) > 0);
                until.run();
            } finally {
                platform.resume(part);
                Journal.write("    kill -CONT " + part);
            }
        }

        private int endRelays(LocalPlatform platform) throws SQLException {
            return Integer.parseInt(new Databases(platform).value(database, END_RELAYS));
        }
    }
}
