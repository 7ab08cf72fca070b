package dev.minori.platform.launcher;

import dev.minori.platform.launcher.LocalPorts.Port;
import dev.minori.platform.process.PortOwner;
import dev.minori.platform.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What must be true before anything starts. */
final class PreflightChecks {

    private static final long MEGABYTE = 1024 * 1024;

    private PreflightChecks() {}

    /**
     * Refuses to start when ports are taken; names every one with its holder.
     *
     * @throws StartFailed with a line a port
     */
    static void portsAreFree(LocalPorts ports, List<Port> wanted) {
        List<String> taken = new ArrayList<>();
        for (Port port : wanted) {
            int number = ports.of(port);
            if (!Ports.canListen(number)) {
                String holder =
                        PortOwner.find(number).map(PortOwner::describe).orElse("a process that this user cannot see");
                taken.add("port " + number + " (" + port.name().toLowerCase(java.util.Locale.ROOT) + ") is taken by "
                        + holder + "\n      Stop it, or move the port: " + port.variable() + "=<number> ./minori up");
            }
        }
        if (!taken.isEmpty()) {
            throw new StartFailed(String.join("\n  ✗ ", taken));
        }
    }

    /**
     * Refuses to start when the disk is nearly full.
     *
     * @param leastMegabytes what must be free
     */
    static void diskHasRoom(Path directory, long leastMegabytes) {
        try {
            Files.createDirectories(directory);
            long free = Files.getFileStore(directory).getUsableSpace() / MEGABYTE;
            if (free < leastMegabytes) {
                throw new StartFailed("only " + free + " MB are free for " + directory + "; Minori needs "
                        + leastMegabytes + " MB. Make room and start again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
