package dev.minori.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void pausesDoubleWithJitterUpToFourHours() {
        RetryPolicy policy = new RetryPolicy(new Random(7));

        assertPause(policy, 1, 5, 10);
        assertPause(policy, 2, 10, 20);
        assertPause(policy, 5, 80, 160);
        assertPause(policy, 40, 7_200, 14_400);
    }

    @Test
    void jitterSpreadsEqualMessages() {
        RetryPolicy policy = new RetryPolicy(new Random(7));

        assertThat(java.util.stream.Stream.generate(() -> policy.next(6, START, START, null))
                        .limit(50)
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }

    @Test
    void neverComesBackEarlierThanAsked() {
        RetryPolicy policy = new RetryPolicy(new Random(7));

        Instant next = policy.next(1, START, START, Duration.ofMinutes(30)).orElseThrow();

        assertThat(Duration.between(START, next)).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(34));
    }

    @Test
    void givesUpAfterTwoDaysForEverySeed() {
        for (long seed = 0; seed < 200; seed++) {
            RetryPolicy policy = new RetryPolicy(new Random(seed));
            Instant now = START;
            int attempts = 1;
            Optional<Instant> next = policy.next(attempts, START, now, null);
            while (next.isPresent()) {
                assertThat(next.get()).as("seed %d", seed).isAfter(now);
                now = next.get();
                next = policy.next(++attempts, START, now, null);
            }
            assertThat(Duration.between(START, now))
                    .as("seed %d", seed)
                    .isBetween(Duration.ofHours(43), Duration.ofHours(48));
            assertThat(attempts).as("seed %d", seed).isBetween(20, 45);
        }
    }

    private static void assertPause(RetryPolicy policy, int attempts, long fromSeconds, long toSeconds) {
        for (int i = 0; i < 100; i++) {
            Instant next = policy.next(attempts, START, START, null).orElseThrow();
            assertThat(Duration.between(START, next))
                    .isBetween(Duration.ofSeconds(fromSeconds), Duration.ofSeconds(toSeconds));
        }
    }
}
