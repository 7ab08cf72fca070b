package dev.minori.kit.outbox;

import dev.minori.events.Lane;
import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;

/**
 * Sends one lane of the outbox. In the whole cluster one process leads a lane: it reads the oldest rows, sends them,
 * waits for every acknowledgement and only then deletes exactly those rows. Killed between the two, the next leader
 * sends them again with the same ids.
 */
final class LaneRelay implements Runnable {
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);

    private final OutboxConfig config;
    private final Lane lane;
    private final RelayProducer.Factory producers;
    private final YieldToLive yieldToLive;
    private final Semaphore wakeUps = new Semaphore(0);
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean running = true;
    private volatile boolean leading;
    private int failures;

    LaneRelay(OutboxConfig config, Lane lane, RelayProducer.Factory producers, YieldToLive yieldToLive) {
        this.config = config;
        this.lane = lane;
        this.producers = producers;
        this.yieldToLive = yieldToLive;
    }

    /** Whether this process sends the lane now. */
    boolean isLeading() {
        return leading;
    }

    /** Rows sent by this process. */
    long sent() {
        return sent.get();
    }

    void wakeUp() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    void stop() {
        running = false;
        wakeUp();
    }

    /** Nothing but {@link #stop} ends this: a lane whose relay gives up stands still until somebody notices. */
    @Override
    public void run() {
        while (running) {
            try {
                lead();
            } catch (SQLException | KafkaException failed) {
                failures++;
                Log.warnf("outbox lane %s: %s; trying again", lane, failed.getMessage());
                pause(backOff(failures));
            } catch (RuntimeException unexpected) {
                failures++;
                Log.errorf(unexpected, "outbox lane %s: trying again", lane);
                pause(backOff(failures));
            }
        }
    }

    private void lead() throws SQLException {
        Optional<LeaderConnection> won = LeaderConnection.tryLead(config, lane);
        if (won.isEmpty()) {
            failures = 0;
            pause(config.candidacy());
            return;
        }
        try (LeaderConnection connection = won.get();
                RelayProducer producer = producers.open()) {
            leading = true;
            Log.infof("outbox lane %s: leading", lane);
            while (running) {
                if (sendNext(connection, producer) == 0) {
                    pause(config.poll());
                }
                failures = 0;
            }
        } finally {
            leading = false;
            yieldToLive.drained(lane);
        }
    }

    /** Sends the oldest rows, and deletes them when all are acknowledged; tells how many, 0 if none waits. */
    int sendNext(LeaderConnection connection, RelayProducer producer) throws SQLException {
        List<OutboxRow> rows = connection.read(config.batchSize());
        if (rows.isEmpty()) {
            yieldToLive.drained(lane);
            return 0;
        }
        yieldToLive.beforeSending(lane);
        producer.send(rows);
        connection.delete(rows);
        sent.addAndGet(rows.size());
        return rows.size();
    }

    private Duration backOff(int failures) {
        long capped = Math.min(config.maxBackOff().toMillis(), FIRST_BACK_OFF.toMillis() << Math.min(failures, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(capped / 2, capped + 1));
    }

    private void pause(Duration atMost) {
        if (!running) {
            return;
        }
        try {
            if (wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
