package dev.minori.platform.launcher;

import dev.minori.platform.launcher.Part.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Starts parts stage by stage, watches them, and stops them all. */
final class Supervisor {

    /** A person should see something at least this often. */
    private static final long HEARTBEAT_MILLIS = 4_000;

    private final Terminal terminal;
    private final Layout layout;
    private final List<RunningPart> running = new ArrayList<>();
    private boolean stopping;

    Supervisor(Terminal terminal, Layout layout) {
        this.terminal = terminal;
        this.layout = layout;
    }

    /**
     * Starts the parts and waits until all of them are ready.
     *
     * @throws StartFailed when one cannot be started or takes too long
     */
    void start(List<Part> parts) throws InterruptedException {
        List<RunningPart> starting = new ArrayList<>();
        for (Part part : parts) {
            RunningPart runningPart = new RunningPart(part, terminal, layout);
            synchronized (this) {
                if (stopping) {
                    return;
                }
                running.add(runningPart);
                runningPart.spawn();
            }
            starting.add(runningPart);
        }
        while (!starting.isEmpty()) {
            for (RunningPart part : List.copyOf(starting)) {
                if (part.checkStart()) {
                    starting.remove(part);
                }
            }
            if (terminal.silentMillis() > HEARTBEAT_MILLIS) {
                terminal.line("    … starting "
                        + starting.stream().map(RunningPart::name).collect(Collectors.joining(", ")));
            }
            Thread.sleep(150);
        }
    }

    /** Ends every part in good order, the stores last; what does not end in time is killed. Takes about 8 s at most. */
    void stop() {
        List<RunningPart> all;
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
            all = List.copyOf(running);
        }
        // From here on a part that ends is not started again.
        all.forEach(RunningPart::release);
        stop(all.stream().filter(part -> part.stage() != Stage.STORES).toList(), Duration.ofSeconds(4));
        stop(all.stream().filter(part -> part.stage() == Stage.STORES).toList(), Duration.ofSeconds(4));
    }

    /** The parts that run now, with their process. */
    synchronized List<RunningPart> parts() {
        return List.copyOf(running);
    }

    private static void stop(List<RunningPart> parts, Duration limit) {
        parts.forEach(RunningPart::signalStop);
        long deadline = System.nanoTime() + limit.toNanos();
        for (RunningPart part : parts) {
            part.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }
}
