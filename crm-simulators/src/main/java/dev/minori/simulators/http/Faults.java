package dev.minori.simulators.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Faults the control door has ordered: each hits the next so many matching requests of one door, then is gone. */
public final class Faults {

    private final List<Armed> armed = new ArrayList<>();

    /** What happens to a request. */
    public sealed interface Fault {
        /** The answer comes late, but comes. */
        record Delay(Duration time) implements Fault {}

        /** The server answers with an error of that status, in the vendor's shape. */
        record Status(int code) implements Fault {}

        /** The connection ends after so many bytes of the answer's body; a shorter answer comes whole. */
        record Truncate(int bytes) implements Fault {}

        /** The connection ends without an answer. */
        record Cut() implements Fault {}

        /** The connection is reset without an answer. */
        record Reset() implements Fault {}
    }

    /** Orders a fault for the next requests of a door whose path contains a text. */
    public synchronized void arm(String door, String pathContains, int times, Fault fault) {
        armed.add(new Armed(door, pathContains, times, fault));
    }

    /** Takes back all faults. */
    public synchronized void clear() {
        armed.clear();
    }

    /** How many requests are still to be hit. */
    public synchronized int remaining() {
        return armed.stream().mapToInt(one -> one.times).sum();
    }

    /** The fault for a request, if one is ordered; counts it. */
    public synchronized Optional<Fault> next(String door, String path) {
        Optional<Armed> hit = armed.stream()
                .filter(one -> one.door.equals(door) && path.contains(one.pathContains))
                .findFirst();
        hit.ifPresent(one -> one.times--);
        armed.removeIf(one -> one.times <= 0);
        return hit.map(one -> one.fault);
    }

    /**
     * Applies delays and cuts, which look the same at every door.
     *
     * @return the status to answer with, 0 when the connection was cut, or null when the request goes on
     */
    public @Nullable Integer apply(String door, Exchange exchange) throws InterruptedException {
        Optional<Fault> fault = next(door, exchange.path());
        if (fault.isEmpty()) {
            return null;
        }
        return switch (fault.get()) {
            case Fault.Delay(Duration time) -> {
                Thread.sleep(time);
                yield null;
            }
            case Fault.Truncate(int bytes) -> {
                exchange.cutAfter(bytes);
                yield null;
            }
            case Fault.Status(int code) -> code;
            case Fault.Cut() -> {
                exchange.cut();
                yield 0;
            }
            case Fault.Reset() -> {
                exchange.reset();
                yield 0;
            }
        };
    }

    private static final class Armed {
        private final String door;
        private final String pathContains;
        private final Fault fault;
        private int times;

        Armed(String door, String pathContains, int times, Fault fault) {
            this.door = door;
            this.pathContains = pathContains;
            this.times = times;
            this.fault = fault;
        }
    }
}
