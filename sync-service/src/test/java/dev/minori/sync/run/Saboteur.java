package dev.minori.sync.run;

import dev.minori.kit.problem.Wording;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a test fail the transaction in which a chunk lands, after everything else of it was written. */
@Decorator
@Priority(1)
public abstract class Saboteur implements RunStore {
    private static final AtomicReference<Consumer<RunCounts>> BLOW = new AtomicReference<>(_ -> {});
    private static final Map<UUID, List<String>> WAITS = new ConcurrentHashMap<>();

    private final RunStore delegate;

    @Inject
    Saboteur(@Delegate RunStore delegate) {
        this.delegate = delegate;
    }

    /** From now on asked before each checkpoint; what it throws ends the chunk. */
    public static void set(Consumer<RunCounts> blow) {
        BLOW.set(blow);
    }

    /** Why a run waited until now, one word a time; it may wait too shortly to be seen from outside. */
    public static List<String> waits(String runId) {
        return WAITS.getOrDefault(UUID.fromString(runId), List.of());
    }

    /** The process dies. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void checkpoint(UUID id, RunPhase phase, @Nullable String resumeAt, RunCounts more, long moreCalls) {
        delegate.checkpoint(id, phase, resumeAt, more, moreCalls);
        BLOW.get().accept(more);
    }

    @Override
    public void markWaiting(UUID id, String code, Wording why) {
        delegate.markWaiting(id, code, why);
        WAITS.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>()).add(code);
    }
}
