package dev.minori.platform.launcher;

import dev.minori.platform.launcher.Part.Stage;
import dev.minori.platform.process.PidFile;
import dev.minori.platform.process.Signals;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One part with its process: started again up to three times when it dies, then given up with a pointer to its log. */
final class RunningPart {

    private static final int RESTARTS = 3;

    /** A part that ran this long has proven itself: its count of restarts begins anew. */
    private static final Duration PROVEN = Duration.ofMinutes(10);

    private static final int LOG_TAIL = 8;

    /** JSON logs carry whole stack traces in one line. */
    private static final int LOG_WIDTH = 500;

    private final Part part;
    private final Terminal terminal;
    private final Layout layout;
    private final long begun = System.nanoTime();

    private @Nullable Process process;
    private @Nullable PidFile pidFile;
    private long spawned = System.nanoTime();
    private int restarts;
    private boolean everReady;
    private boolean givenUp;
    private boolean released;

    RunningPart(Part part, Terminal terminal, Layout layout) {
        this.part = part;
        this.terminal = terminal;
        this.layout = layout;
    }

    String name() {
        return part.name();
    }

    Stage stage() {
        return part.stage();
    }

    /** Starts the process; its end is handled from now on. */
    synchronized void spawn() {
        if (released) {
            return;
        }
        Path log = layout.log(part.name());
        try {
            Files.createDirectories(log.getParent());
            if (restarts == 0 && Files.exists(log)) {
                Files.move(log, log.resolveSibling(part.name() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(part.command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(new File("/dev/null"));
            builder.environment().putAll(part.environment());
            spawned = System.nanoTime();
            Process started = builder.start();
            process = started;
            PidFile file = PidFile.of(part.name(), started.toHandle(), part.where());
            file.write(layout.pids());
            pidFile = file;
            Thread.ofVirtual().name("watch-" + part.name()).start(() -> watch(started));
        } catch (IOException e) {
            throw new UncheckedIOException("The part " + part.name() + " cannot be started", e);
        }
    }

    /**
     * Looks whether the part has become ready, and says so once.
     *
     * @throws StartFailed when it was given up or takes longer than it may
     */
    boolean checkStart() throws InterruptedException {
        synchronized (this) {
            if (givenUp) {
                throw new StartFailed(part.name() + " does not start. Its log: " + layout.log(part.name()));
            }
            if (released) {
                return true;
            }
        }
        if (part.readiness().isReady()) {
            synchronized (this) {
                everReady = true;
            }
            terminal.ready(part.name(), part.where(), (System.nanoTime() - begun) / 1_000_000);
            return true;
        }
        if (System.nanoTime() - begun > part.startLimit().toNanos()) {
            throw new StartFailed(part.name() + " is not ready after "
                    + part.startLimit().toSeconds() + " s. Its log: " + layout.log(part.name()) + "\n"
                    + tail());
        }
        return false;
    }

    /** From now on the end of the process is wanted. */
    synchronized void release() {
        released = true;
    }

    void signalStop() {
        Process current = current();
        if (current != null && current.isAlive()) {
            Signals.send(current.pid(), part.stop());
        }
    }

    /** Waits for the end; kills the process and its descendants when the limit is over. */
    void awaitEnd(Duration limit) {
        Process current = current();
        if (current == null) {
            return;
        }
        try {
            if (!current.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                List<ProcessHandle> descendants = current.descendants().toList();
                current.destroyForcibly();
                descendants.forEach(ProcessHandle::destroyForcibly);
                current.waitFor(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            current.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (pidFile != null) {
                pidFile.remove(layout.pids());
            }
        }
    }

    private synchronized @Nullable Process current() {
        return process;
    }

    private void watch(Process watched) {
        try {
            watched.waitFor();
            // Ctrl-C reaches children first: give the launcher a moment to say that the end is wanted.
            Thread.sleep(1_000);
            ended(watched.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void ended(int code) {
        if (released || givenUp) {
            return;
        }
        if (everReady && System.nanoTime() - spawned > PROVEN.toNanos()) {
            restarts = 0;
        }
        if (restarts == RESTARTS) {
            givenUp = true;
            terminal.trouble(part.name() + " ended with code " + code + " and was restarted " + RESTARTS
                    + " times already. Its log: " + layout.log(part.name()) + "\n" + tail());
            return;
        }
        restarts++;
        terminal.line("  ! " + part.name() + " ended with code " + code + "; restart " + restarts + " of " + RESTARTS);
        try {
            spawn();
        } catch (UncheckedIOException failed) {
            givenUp = true;
            terminal.trouble(failed.getMessage() + ": " + failed.getCause());
        }
    }

    /** The last lines of the log, indented. */
    private String tail() {
        try (Stream<String> lines = Files.lines(layout.log(part.name()), StandardCharsets.UTF_8)) {
            List<String> all = lines.toList();
            return String.join(
                    "\n",
                    all.subList(Math.max(0, all.size() - LOG_TAIL), all.size()).stream()
                            .map(line ->
                                    "      " + (line.length() > LOG_WIDTH ? line.substring(0, LOG_WIDTH) + " …" : line))
                            .toList());
        } catch (IOException | UncheckedIOException e) {
            return "      (the log cannot be read)";
        }
    }
}
