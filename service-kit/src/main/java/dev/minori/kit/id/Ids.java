package dev.minori.kit.id;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes identifiers.
 *
 * <p>{@link #next()} gives UUIDv7 (<a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562 §5.7</a>) that
 * rise strictly within the process, also within one millisecond and when the clock steps back (§6.2, method 1: the 12
 * bits after the time are a counter that starts at a random value below half).
 */
@Singleton
public class Ids {
    private static final int COUNTER_LIMIT = 1 << 12;
    private static final int COUNTER_START_LIMIT = 1 << 11;
    private static final int BUFFERED_IDS = 256;

    private final Clock clock;
    private final SecureRandom random;
    private final ByteBuffer pool =
            ByteBuffer.allocate(BUFFERED_IDS * Long.BYTES).limit(0);
    private long lastMillis = -1;
    private int counter;

    @Inject
    public Ids(Clock clock) {
        this(clock, new SecureRandom());
    }

    Ids(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new identifier, greater than every one this process made before. */
    public synchronized UUID next() {
        long now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            counter = (int) (randomLong() & (COUNTER_START_LIMIT - 1));
        } else if (++counter == COUNTER_LIMIT) {
            lastMillis++;
            counter = 0;
        }
        long high = (lastMillis << 16) | 0x7000L | counter;
        long low = (randomLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * The identifier of something that has a name of its own: the same namespace and name always give the same UUIDv5
     * (<a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.5">RFC 9562 §5.5</a>).
     */
    public static UUID nameBased(UUID namespace, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(16 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text);
        ByteBuffer digest = ByteBuffer.wrap(sha1(input.array()));
        long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private long randomLong() {
        if (!pool.hasRemaining()) {
            random.nextBytes(pool.array());
            pool.clear();
        }
        return pool.getLong();
    }

    private static byte[] sha1(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(input);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-1", missing);
        }
    }
}
