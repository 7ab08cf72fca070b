package dev.minori.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. In a user namespace without a mapping ({@code unshare -U}) the same user appears as
 * "nobody" and still owns its files, so no other account and no change of ownership is needed.
 */
final class ServerUser {

    private static final List<String> UNMAPPED = List.of("unshare", "-U", "--");

    private ServerUser() {}

    /** What to put before a PostgreSQL command line: nothing for a normal user. */
    static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        if (!canUnshare()) {
            throw new IllegalStateException("PostgreSQL does not run as root, and this system does not allow user"
                    + " namespaces (unshare -U). Run Minori as a normal user.");
        }
        return UNMAPPED;
    }

    private static boolean isRoot() {
        try {
            Path self = Path.of("/proc/self");
            if (Files.exists(self)) {
                return (int) Files.getAttribute(self, "unix:uid") == 0;
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Not Linux, or no unix attributes: the user's name decides.
        }
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean canUnshare() {
        try {
            Process probe = new ProcessBuilder("unshare", "-U", "--", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(30, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
