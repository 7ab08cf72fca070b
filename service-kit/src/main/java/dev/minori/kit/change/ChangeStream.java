package dev.minori.kit.change;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one screen. It gives as much as the connection takes; what does not fit into its short memory becomes one
 * request to read everything again, so that a slow reader costs neither memory nor truth.
 */
final class ChangeStream<T> implements Flow.Publisher<T> {
    /** Some screens full; a reader that is farther behind reads all again. */
    static final int MOST_WAITING = 2 * ChangeLog.MOST;

    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long TOO_SLOW_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ChangeViewer viewer;
    private final long endsAt;
    private final Function<ChangeSignal, T> format;
    private final Consumer<ChangeStream<?>> onClose;

    private final Deque<ChangeSignal> waiting = new ArrayDeque<>();
    private Flow.@Nullable Subscriber<? super T> subscriber;
    private long demand;
    private long lastGiven = System.nanoTime();
    private boolean giving;
    private boolean ending;
    private boolean closed;

    /** @param endsAt by {@link System#nanoTime} */
    ChangeStream(
            ChangeViewer viewer, long endsAt, Function<ChangeSignal, T> format, Consumer<ChangeStream<?>> onClose) {
        this.viewer = viewer;
        this.endsAt = endsAt;
        this.format = format;
        this.onClose = onClose;
    }

    ChangeViewer viewer() {
        return viewer;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> wanting) {
        synchronized (this) {
            if (subscriber != null) {
                throw new IllegalStateException("a stream has one reader");
            }
            subscriber = wanting;
        }
        wanting.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                more(count);
            }

            @Override
            public void cancel() {
                close();
            }
        });
        give();
    }

    /** Says these changes; the mark goes on the last of them. */
    void tell(List<Change> changes, String mark) {
        synchronized (this) {
            if (waiting.size() + changes.size() > MOST_WAITING) {
                waiting.clear();
                waiting.add(new ChangeSignal.Reset(mark));
            } else {
                for (int i = 0; i < changes.size(); i++) {
                    waiting.add(new ChangeSignal.Changed(changes.get(i), i == changes.size() - 1 ? mark : null));
                }
            }
        }
        give();
    }

    void say(ChangeSignal signal) {
        synchronized (this) {
            waiting.add(signal);
        }
        give();
    }

    /** Says that it is over, after what waits. */
    void end(String reason) {
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
            waiting.add(new ChangeSignal.End(reason));
        }
        give();
    }

    /** Keeps the connection alive, or ends it when the token does or the reader does not read. */
    void lookAfter(long nanoTime) {
        boolean silent;
        boolean stuck;
        synchronized (this) {
            silent = waiting.isEmpty() && nanoTime - lastGiven > HEARTBEAT_NANOS;
            stuck = !waiting.isEmpty() && nanoTime - lastGiven > TOO_SLOW_NANOS;
            if (stuck) {
                waiting.clear();
                demand = Long.MAX_VALUE;
            }
        }
        if (stuck) {
            end("too-slow");
        } else if (nanoTime - endsAt >= 0) {
            end("token-expired");
        } else if (silent) {
            say(new ChangeSignal.Heartbeat());
        }
    }

    private void more(long count) {
        synchronized (this) {
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        }
        give();
    }

    private void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        onClose.accept(this);
    }

    /** Hands over what waits, as far as it is wanted; one thread at a time, others leave their part to it. */
    private void give() {
        Flow.Subscriber<? super T> reader;
        synchronized (this) {
            if (giving || closed || subscriber == null) {
                return;
            }
            giving = true;
            reader = subscriber;
        }
        while (true) {
            ChangeSignal next = null;
            boolean over;
            synchronized (this) {
                over = ending && waiting.isEmpty();
                if (!closed && !over && demand > 0) {
                    next = waiting.poll();
                }
                if (next == null) {
                    giving = false;
                    if (closed || !over) {
                        return;
                    }
                    closed = true;
                } else {
                    demand--;
                    lastGiven = System.nanoTime();
                }
            }
            if (next == null) {
                onClose.accept(this);
                reader.onComplete();
                return;
            }
            reader.onNext(format.apply(next));
        }
    }
}
