package dev.minori.platform.launcher;

import dev.minori.platform.process.PidFile;
import dev.minori.platform.process.Signals;
import dev.minori.platform.process.Signals.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what a killed launcher left behind. Only processes that a pid file proves to be ours are touched. */
final class StaleParts {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private StaleParts() {}

    /** Stops all parts named by pid files and removes the files. Call only while no other launcher runs. */
    static void stop(Path pids, Terminal terminal) {
        List<PidFile> files = PidFile.list(pids);
        List<ProcessHandle> alive = new ArrayList<>();
        for (PidFile file : files) {
            file.process()
                    .filter(process -> process.pid() != ProcessHandle.current().pid())
                    .ifPresent(process -> {
                        terminal.line("  ! " + file.part() + " (pid " + file.pid()
                                + ") still runs from an earlier start; stopping it");
                        // PostgreSQL would wait for its clients on TERM; JVMs may have been started with INT ignored.
                        Signals.send(process.pid(), file.part().equals(Parts.POSTGRES) ? Signal.INT : Signal.TERM);
                        alive.add(process);
                    });
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (ProcessHandle process : alive) {
            awaitEnd(process, deadline);
        }
        files.forEach(file -> file.remove(pids));
    }

    private static void awaitEnd(ProcessHandle process, long deadline) {
        try {
            process.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            List<ProcessHandle> descendants = process.descendants().toList();
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
