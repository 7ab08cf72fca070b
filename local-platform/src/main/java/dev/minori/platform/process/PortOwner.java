package dev.minori.platform.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds out which process listens on a TCP port. */
public final class PortOwner {

    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** The process that listens on the port, when it can be seen: other users' processes often cannot. */
    public static Optional<ProcessHandle> find(int port) {
        return Files.isReadable(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
    }

    /** The process id and command line, cut to a readable length. */
    public static String describe(ProcessHandle process) {
        String command = commandLine(process.pid())
                .or(() -> process.info().commandLine())
                .or(() -> process.info().command())
                .orElse("unknown command");
        return "pid " + process.pid() + ": " + (command.length() > 160 ? command.substring(0, 157) + "..." : command);
    }

    private static Optional<ProcessHandle> fromProc(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            sockets.addAll(listeners(Path.of(table), port));
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holdsAny(process.pid(), sockets))
                .findFirst();
    }

    /** Socket names ({@code socket:[inode]}) of the listeners; columns as in proc_net_tcp of the Linux kernel. */
    private static Set<String> listeners(Path table, int port) {
        Set<String> sockets = new HashSet<>();
        String suffix = ":" + String.format(Locale.ROOT, "%04X", port);
        try (Stream<String> lines = Files.lines(table)) {
            lines.skip(1).map(line -> line.trim().split("\\s+")).forEach(columns -> {
                if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
                    sockets.add("socket:[" + columns[9] + "]");
                }
            });
        } catch (IOException e) {
            return Set.of();
        }
        return sockets;
    }

    private static boolean holdsAny(long pid, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> commandLine(long pid) {
        try {
            String raw = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return Optional.of(raw.replace('\0', ' ').trim()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> fromLsof(int port) {
        try {
            Process lsof = new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            lsof.waitFor(10, TimeUnit.SECONDS);
            return output.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(output.lines().findFirst().orElseThrow()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
