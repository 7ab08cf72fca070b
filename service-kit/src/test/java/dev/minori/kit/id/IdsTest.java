package dev.minori.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.FrozenClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Comparator<UUID> UNSIGNED = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    @Test
    void idCarriesVersionVariantAndTheMillisecond() {
        FrozenClock clock = FrozenClock.at("2026-04-01T09:00:00.123Z");
        UUID id = new Ids(clock).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void idsRiseWithinOneMillisecondAndWhenTheClockStepsBack() {
        FrozenClock clock = FrozenClock.at("2026-04-01T09:00:00Z");
        Ids ids = new Ids(clock);
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }
        clock.advance(Duration.ofHours(-3));
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }
        assertThat(made).isSortedAccordingTo(UNSIGNED).doesNotHaveDuplicates();
    }

    @Test
    void idsOfManyThreadsNeverMeet() throws InterruptedException, ExecutionException {
        Ids ids = new Ids(Clock.systemUTC());
        Set<UUID> all = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<UUID>>> made = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                made.add(threads.submit(() -> {
                    List<UUID> own = new ArrayList<>();
                    for (int i = 0; i < 20_000; i++) {
                        own.add(ids.next());
                    }
                    assertThat(own).isSortedAccordingTo(UNSIGNED);
                    return own;
                }));
            }
            for (Future<List<UUID>> own : made) {
                all.addAll(own.get());
            }
        }
        assertThat(all).hasSize(8 * 20_000);
    }

    @Test
    void randomPartsAreNotRepeated() {
        Ids ids = new Ids(FrozenClock.at("2026-04-01T09:00:00Z"));
        Set<Long> lows = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            lows.add(ids.next().getLeastSignificantBits());
        }
        assertThat(lows).hasSize(5_000);
    }

    /** Appendix A.4 of RFC 9562. */
    @Test
    void nameGivesTheUuidOfTheStandard() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(Ids.nameBased(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
        assertThat(Ids.nameBased(dns, "株式会社こもれび"))
                .isEqualTo(Ids.nameBased(dns, "株式会社こもれび"))
                .isNotEqualTo(Ids.nameBased(dns, "株式会社こもれび "));
    }
}
