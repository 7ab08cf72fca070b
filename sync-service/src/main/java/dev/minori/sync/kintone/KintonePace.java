package dev.minori.sync.kintone;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Steps back while a kintone domain is busy: beyond 100 requests at a time it refuses those of everybody, the people at
 * their screens too. Every answer tells how many there are.
 *
 * @see <a href="https://cybozu.dev/ja/kintone/tips/development/customize/development-know-how/concurrent-connection-limit-reason/">cybozu.dev</a>
 */
final class KintonePace {
    private static final double BUSY_FROM = 0.8;
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private volatile Duration pause = Duration.ZERO;

    /** Waits as long as the last answer suggests. */
    void keep() {
        long millis = pause.toMillis();
        if (millis == 0) {
            return;
        }
        try {
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SourceException(
                    SourceFailure.UNREACHABLE, new Wording("中断されました。", "The call was interrupted."), null, stopped);
        }
    }

    /** Learns from an answer. */
    void note(HttpHeaders headers) {
        OptionalLong running = number(headers, "X-ConcurrencyLimit-Running");
        OptionalLong limit = number(headers, "X-ConcurrencyLimit-Limit");
        if (running.isPresent() && limit.isPresent()) {
            pause = pauseFor(running.getAsLong(), limit.getAsLong());
        }
    }

    /** None while the domain has room; the longest when it has none. */
    static Duration pauseFor(long running, long limit) {
        double load = limit <= 0 ? 0 : (double) running / limit;
        if (load < BUSY_FROM) {
            return Duration.ZERO;
        }
        double share = Math.min(1, (load - BUSY_FROM) / (1 - BUSY_FROM));
        return Duration.ofMillis(Math.max(100, Math.round(share * LONGEST.toMillis())));
    }

    private static OptionalLong number(HttpHeaders headers, String name) {
        try {
            return headers.firstValueAsLong(name);
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
