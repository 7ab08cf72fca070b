package dev.minori.platform.launcher;

import dev.minori.platform.process.PidFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** The right to start parts from a directory. */
final class SoleLauncher {

    private SoleLauncher() {}

    /** Held until the JVM ends; a second launcher on the same data would end the first one's parts. */
    static AutoCloseable of(Layout layout) throws IOException {
        FileChannel channel = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            String holder = PidFile.list(layout.pids()).stream()
                    .filter(file -> file.part().equals(Up.LAUNCHER))
                    .map(file -> " (pid " + file.pid() + ")")
                    .findFirst()
                    .orElse("");
            throw new StartFailed(
                    "the platform is already running from this directory" + holder + ". See ./minori status");
        }
        return channel;
    }
}
