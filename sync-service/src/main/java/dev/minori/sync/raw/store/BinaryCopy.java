package dev.minori.sync.raw.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the binary form of PostgreSQL's COPY
 * (<a href="https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS">file formats</a>): the cheapest way
 * in, measured at a third of the cost of batched inserts.
 */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1_024);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private boolean empty = true;

    BinaryCopy() {
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    BinaryCopy row(int columns) {
        empty = false;
        write(() -> out.writeShort(columns));
        return this;
    }

    boolean isEmpty() {
        return empty;
    }

    BinaryCopy text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy bytes(byte[] value) {
        write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
        return this;
    }

    BinaryCopy flag(boolean value) {
        write(() -> {
            out.writeInt(1);
            out.writeByte(value ? 1 : 0);
        });
        return this;
    }

    BinaryCopy instant(@Nullable Instant value) {
        write(() -> {
            if (value == null) {
                out.writeInt(-1);
            } else {
                out.writeInt(Long.BYTES);
                out.writeLong(ChronoUnit.MICROS.between(EPOCH, value));
            }
        });
        return this;
    }

    /** All rows, ended as COPY wants it. */
    byte[] finish() {
        write(() -> out.writeShort(-1));
        return bytes.toByteArray();
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
