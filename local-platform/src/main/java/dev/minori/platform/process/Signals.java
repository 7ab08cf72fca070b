package dev.minori.platform.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Sends the signals that {@link Process} has no method for. */
public final class Signals {

    /** The signals the platform uses; what each means is up to the program that gets it. */
    public enum Signal {
        /** For PostgreSQL: "fast" shutdown, clients are cut off and all is written. */
        INT,
        /** For PostgreSQL: "immediate" shutdown, recovery at the next start. */
        QUIT,
        TERM,
        KILL,
        STOP,
        CONT
    }

    private Signals() {}

    /**
     * Sends a signal.
     *
     * @return false when no such process exists (any more)
     */
    public static boolean send(long pid, Signal signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-s", signal.name(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return kill.waitFor(10, TimeUnit.SECONDS) && kill.exitValue() == 0;
        } catch (IOException e) {
            throw new IllegalStateException("The program \"kill\" cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
