package dev.minori.kit.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A stream gives what is wanted, and never keeps more than it may. */
class ChangeStreamTest {
    private final List<ChangeStream<?>> closed = new ArrayList<>();
    private final Reader reader = new Reader();
    private final ChangeStream<ChangeSignal> stream = new ChangeStream<>(
            new ChangeViewer(UUID.randomUUID(), "hanako", Set.of("csm"), Instant.EPOCH),
            System.nanoTime() + TimeUnit.HOURS.toNanos(1),
            signal -> signal,
            closed::add);

    private static final class Reader implements Flow.Subscriber<ChangeSignal> {
        private final List<ChangeSignal> got = new ArrayList<>();
        private Flow.Subscription subscription;
        private boolean completed;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ChangeSignal signal) {
            got.add(signal);
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
        }

        @Override
        public void onComplete() {
            completed = true;
        }
    }

    @Test
    void nothingIsGivenBeforeItIsWanted() {
        stream.subscribe(reader);
        stream.tell(changes(3), "m1");
        assertThat(reader.got).isEmpty();

        reader.subscription.request(2);
        assertThat(reader.got).hasSize(2);
        reader.subscription.request(5);

        assertThat(reader.got)
                .hasSize(3)
                .last()
                .isInstanceOfSatisfying(
                        ChangeSignal.Changed.class,
                        last -> assertThat(last.mark()).isEqualTo("m1"));
        assertThat(reader.got.getFirst())
                .isInstanceOfSatisfying(
                        ChangeSignal.Changed.class,
                        first -> assertThat(first.mark()).isNull());
    }

    @Test
    void aReaderFarBehindIsToldToReadAllAgain() {
        stream.subscribe(reader);
        for (int i = 0; i < 10; i++) {
            stream.tell(changes(300), "m" + i);
        }
        reader.subscription.request(10_000);

        assertThat(reader.got.size()).isLessThanOrEqualTo(ChangeStream.MOST_WAITING + 1);
        assertThat(reader.got).anyMatch(ChangeSignal.Reset.class::isInstance);
        assertThat(reader.got.getLast())
                .isInstanceOfSatisfying(
                        ChangeSignal.Changed.class,
                        last -> assertThat(last.mark()).isEqualTo("m9"));
    }

    @Test
    void aQuietConnectionHearsAHeartbeat() {
        stream.subscribe(reader);
        reader.subscription.request(10);
        stream.lookAfter(System.nanoTime());
        stream.lookAfter(System.nanoTime() + TimeUnit.SECONDS.toNanos(16));

        assertThat(reader.got).containsExactly(new ChangeSignal.Heartbeat());
    }

    @Test
    void theTokensEndEndsTheStream() {
        stream.subscribe(reader);
        reader.subscription.request(10);
        stream.lookAfter(System.nanoTime() + TimeUnit.HOURS.toNanos(2));

        assertThat(reader.got).containsExactly(new ChangeSignal.End("token-expired"));
        assertThat(reader.completed).isTrue();
        assertThat(closed).containsExactly(stream);
    }

    @Test
    void aReaderWhoNeverReadsIsLetGo() {
        stream.subscribe(reader);
        stream.tell(changes(2), "m1");
        stream.lookAfter(System.nanoTime() + TimeUnit.SECONDS.toNanos(61));

        assertThat(reader.got).containsExactly(new ChangeSignal.End("too-slow"));
        assertThat(reader.completed).isTrue();
    }

    @Test
    void whoHangsUpIsForgotten() {
        stream.subscribe(reader);
        reader.subscription.cancel();
        stream.tell(changes(1), "m1");

        assertThat(closed).containsExactly(stream);
        assertThat(reader.got).isEmpty();
    }

    private static List<Change> changes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Change("task", UUID.randomUUID(), i, null, null))
                .toList();
    }
}
