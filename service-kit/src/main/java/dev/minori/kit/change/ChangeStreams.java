package dev.minori.kit.change;

import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are open in this process. Twice a second each workspace that somebody follows is asked what is new,
 * once for all its streams; where nobody looks, nothing is asked. That works with any number of processes and behind any
 * connection pool.
 */
@ApplicationScoped
public class ChangeStreams {
    /** How many streams one person may have open in one process. */
    public static final int MOST_PER_PERSON = 8;

    private static final Duration LOOK = Duration.ofMillis(500);

    private final ChangeLog log;
    private final Instance<ChangeSight> sight;
    private final Workspaces workspaces;
    private final MeterRegistry meters;
    private final Map<UUID, Tail> tails = new ConcurrentHashMap<>();
    private final Thread atExit = new Thread(() -> endAll("stopping"), "end-change-streams");
    private volatile boolean stopping;

    ChangeStreams(ChangeLog log, Instance<ChangeSight> sight, Workspaces workspaces, MeterRegistry meters) {
        this.log = log;
        this.sight = sight;
        this.workspaces = workspaces;
        this.meters = meters;
    }

    /** A workspace's streams and up to where they were told. */
    private static final class Tail {
        private final ReentrantLock lock = new ReentrantLock();
        private final List<ChangeStream<?>> streams = new CopyOnWriteArrayList<>();
        private @Nullable ChangeMark mark;
    }

    void start(@Observes StartupEvent started) {
        if (sight.isUnsatisfied()) {
            return; // This service lets nothing be followed.
        }
        Gauge.builder(
                        "minori.changes.streams",
                        tails,
                        all -> all.values().stream()
                                .mapToInt(tail -> tail.streams.size())
                                .sum())
                .description("streams of changes that are open")
                .register(meters);
        // A stream is a request that does not end by itself; the framework would wait for it before it stops.
        Runtime.getRuntime().addShutdownHook(atExit);
        Thread.ofPlatform().name("change-streams").daemon().start(this::look);
    }

    void stop(@Observes ShutdownEvent ended) {
        stopping = true;
        endAll("stopping");
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // The process is stopping, and the hook with it.
        }
    }

    /**
     * Opens a stream.
     *
     * @param lastEventId the mark of the last event the client saw; null on a first connection
     * @param format makes of a signal what the connection sends
     * @throws ProblemException too-many-requests if the person has too many open
     */
    public <T> Flow.Publisher<T> open(
            ChangeViewer viewer, @Nullable String lastEventId, Function<ChangeSignal, T> format) {
        Tail tail = tails.computeIfAbsent(viewer.workspaceId(), _ -> new Tail());
        tail.lock.lock();
        try {
            requireFew(tail, viewer);
            ChangeMark now = log.now();
            long left = viewer.until().getEpochSecond() - now.atSecond();
            ChangeStream<T> stream = new ChangeStream<>(
                    viewer,
                    System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(0, left)),
                    format,
                    tail.streams::remove);
            if (tail.streams.isEmpty() || tail.mark == null) {
                tail.mark = now;
            }
            if (lastEventId == null || lastEventId.isBlank()) {
                stream.say(new ChangeSignal.Ready(now.id()));
            } else {
                catchUp(stream, ChangeMark.parse(lastEventId), now);
            }
            tail.streams.add(stream);
            return stream;
        } finally {
            tail.lock.unlock();
        }
    }

    private static void requireFew(Tail tail, ChangeViewer viewer) {
        long open = tail.streams.stream()
                .filter(stream -> stream.viewer().subject().equals(viewer.subject()))
                .count();
        if (open >= MOST_PER_PERSON) {
            throw new ProblemException(
                    KitProblem.TOO_MANY_REQUESTS,
                    new Wording(
                            "同時に開ける更新の受信は%dまでです。使っていないタブを閉じてください。".formatted(MOST_PER_PERSON),
                            "At most %d streams at a time; close tabs you do not need.".formatted(MOST_PER_PERSON)));
        }
    }

    private void catchUp(ChangeStream<?> stream, Optional<ChangeMark> from, ChangeMark now) {
        if (from.isEmpty()) {
            stream.say(new ChangeSignal.Reset(now.id()));
            return;
        }
        ChangeLog.Batch missed = log.since(from.get());
        if (missed.complete()) {
            stream.tell(seen(stream, missed.changes()), missed.mark().id());
        } else {
            stream.say(new ChangeSignal.Reset(missed.mark().id()));
        }
    }

    private void look() {
        while (!stopping) {
            tails.forEach((workspace, tail) -> {
                try {
                    WorkspaceContext.run(workspace, () -> look(tail));
                } catch (RuntimeException failed) {
                    Log.warnf(failed, "changes of workspace %s are told later", workspace);
                }
                long now = System.nanoTime();
                tail.streams.forEach(stream -> stream.lookAfter(now));
            });
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look(Tail tail) {
        tail.lock.lock();
        try {
            ChangeMark from = tail.mark;
            if (from == null || tail.streams.isEmpty()) {
                return;
            }
            ChangeLog.Batch batch = log.since(from);
            for (ChangeStream<?> stream : tail.streams) {
                if (batch.complete()) {
                    stream.tell(seen(stream, batch.changes()), batch.mark().id());
                } else {
                    stream.say(new ChangeSignal.Reset(batch.mark().id()));
                }
            }
            tail.mark = batch.mark();
        } finally {
            tail.lock.unlock();
        }
    }

    private List<Change> seen(ChangeStream<?> stream, List<Change> changes) {
        return changes.isEmpty()
                ? changes
                : QuarkusTransaction.requiringNew().call(() -> sight.get().visible(stream.viewer(), changes));
    }

    private void endAll(String reason) {
        tails.values().forEach(tail -> tail.streams.forEach(stream -> stream.end(reason)));
    }

    @Scheduled(every = "5m", delayed = "5m", identity = "forget-changes")
    void forget() {
        for (UUID workspace : workspaces.list()) {
            WorkspaceContext.run(workspace, () -> {
                boolean more = true;
                while (more) {
                    more = log.forgetSome();
                }
            });
        }
    }
}
