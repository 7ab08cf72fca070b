package dev.minori.platform.launcher;

import dev.minori.platform.launcher.LocalPorts.Port;
import dev.minori.platform.process.Signals.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One process of the local platform, as data.
 *
 * @param name as shown to people, and name of its log and pid file
 * @param stage what must be ready before it starts
 * @param command the command line
 * @param environment variables beside those of the launcher
 * @param ports what it listens on
 * @param where what to show when it is ready, for example its URL
 * @param readiness whether it can do its work
 * @param startLimit how long it may take to become ready
 * @param stop the signal that ends it in good order
 */
record Part(
        String name,
        Stage stage,
        List<String> command,
        Map<String, String> environment,
        List<Port> ports,
        String where,
        Readiness readiness,
        Duration startLimit,
        Signal stop) {

    /** Parts of one stage start together; a stage starts when the one before is ready. */
    enum Stage {
        STORES,
        SOURCES,
        SERVICES,
        CONSOLE
    }

    Part {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
    }
}
