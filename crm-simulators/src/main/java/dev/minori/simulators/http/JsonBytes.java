package dev.minori.simulators.http;

import dev.minori.simulators.time.IsoInstant;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON written as the bytes that are sent: what is the same in every record is given as bytes once, texts are slices of
 * the bytes that hold them. Who writes keeps the grammar; only values are made safe here.
 */
public final class JsonBytes {

    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] HEX = ascii("0123456789ABCDEF");
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_ESCAPE = 6;
    private static final boolean[] PLAIN = plain();

    private final int front;
    private byte[] bytes;
    private int end;

    /** Begins with room for so many bytes; it grows when they are more. */
    public JsonBytes(int expected) {
        this(0, expected);
    }

    /** @param front bytes kept free in front of everything, for {@link #after} */
    public JsonBytes(int front, int expected) {
        this.front = front;
        this.bytes = new byte[front + expected];
        this.end = front;
    }

    /** A text of ASCII as bytes. */
    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** How a member begins: a comma, its quoted name, a colon. */
    public static byte[] member(String name) {
        return ("," + Json.text(name) + ":").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        Arrays.fill(plain, ' ', plain.length, true);
        plain['"'] = false;
        plain['\\'] = false;
        return plain;
    }

    private void room(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }

    /** Bytes that are JSON already. */
    public JsonBytes raw(byte[] part) {
        return raw(part, 0, part.length);
    }

    /** Bytes that are JSON already. */
    public JsonBytes raw(byte[] source, int start, int length) {
        room(length);
        System.arraycopy(source, start, bytes, end, length);
        end += length;
        return this;
    }

    /** Bytes that are JSON already. */
    public JsonBytes raw(ByteBuffer source) {
        return raw(source.array(), source.arrayOffset() + source.position(), source.remaining());
    }

    /** One character of ASCII. */
    public JsonBytes raw(char c) {
        room(1);
        bytes[end++] = (byte) c;
        return this;
    }

    /**
     * Makes an object of the members written since: each begins with a comma, and that of the first becomes the brace.
     *
     * @param start {@link #size} before the first member
     */
    public JsonBytes braced(int start) {
        if (size() == start) {
            return raw('{').raw('}');
        }
        bytes[front + start] = '{';
        return raw('}');
    }

    /** The value null. */
    public JsonBytes nothing() {
        return raw(NULL);
    }

    /** A truth value. */
    public JsonBytes flag(boolean value) {
        return raw(value ? TRUE : FALSE);
    }

    /** A whole number. */
    public JsonBytes number(long value) {
        if (value == Long.MIN_VALUE) {
            return raw(ascii(String.valueOf(value)));
        }
        room(LONGEST_NUMBER);
        long rest = Math.abs(value);
        int length = value < 0 ? 1 : 0;
        for (long left = rest; left >= 10; left /= 10) {
            length++;
        }
        if (value < 0) {
            bytes[end] = '-';
        }
        int at = end + length;
        end = at + 1;
        do {
            bytes[at--] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return this;
    }

    /** A number as Java writes doubles: {@code 5000.0}, and {@code 1.0E7} from ten million on. */
    public JsonBytes number(double value) {
        return raw(ascii(Double.toString(value)));
    }

    /** A text. */
    public JsonBytes string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return string(utf8, 0, utf8.length);
    }

    /** A text, given as a slice of UTF-8. */
    public JsonBytes string(byte[] utf8, int start, int length) {
        room(length + 2);
        bytes[end++] = '"';
        int stop = start + length;
        int done = start;
        for (int at = start; at < stop; at++) {
            if (!PLAIN[utf8[at] & 0xFF]) {
                raw(utf8, done, at - done);
                escaped(utf8[at]);
                done = at + 1;
            }
        }
        raw(utf8, done, stop - done);
        return raw('"');
    }

    private void escaped(byte c) {
        room(LONGEST_ESCAPE);
        bytes[end++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[end++] = c;
            case '\b' -> bytes[end++] = 'b';
            case '\t' -> bytes[end++] = 't';
            case '\n' -> bytes[end++] = 'n';
            case '\f' -> bytes[end++] = 'f';
            case '\r' -> bytes[end++] = 'r';
            default -> {
                bytes[end++] = 'u';
                bytes[end++] = '0';
                bytes[end++] = '0';
                bytes[end++] = HEX[c >> 4];
                bytes[end++] = HEX[c & 0xF];
            }
        }
    }

    /** An instant as text, to the millisecond. */
    public JsonBytes millis(long epochMillis, byte[] zone) {
        return instant(epochMillis, IsoInstant.MILLIS_LENGTH, zone);
    }

    /** An instant as text, to the second. */
    public JsonBytes seconds(long epochMillis, byte[] zone) {
        return instant(epochMillis, IsoInstant.SECONDS_LENGTH, zone);
    }

    private JsonBytes instant(long epochMillis, int length, byte[] zone) {
        room(1 + IsoInstant.MILLIS_LENGTH);
        bytes[end++] = '"';
        IsoInstant.write(epochMillis, bytes, end);
        end += length;
        return raw(zone).raw('"');
    }

    /** How many bytes were written. */
    public int size() {
        return end - front;
    }

    /** What was written, behind a head that fits into the room kept in front. It is not copied: nothing may follow. */
    public ByteBuffer after(byte[] head) {
        if (head.length > front) {
            throw new IllegalStateException("a head of " + head.length + " bytes, with room for " + front);
        }
        int start = front - head.length;
        System.arraycopy(head, 0, bytes, start, head.length);
        return ByteBuffer.wrap(bytes, start, end - start);
    }

    /** What was written. It is not copied: nothing may follow. */
    public ByteBuffer whole() {
        return ByteBuffer.wrap(bytes, front, size());
    }

    /** What was written, as a copy. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, front, end);
    }

    /** Moves what was written into a stream and begins anew. */
    public void drain(OutputStream out) throws IOException {
        out.write(bytes, front, size());
        end = front;
    }

    /** What was written, as text. */
    @Override
    public String toString() {
        return new String(bytes, front, size(), StandardCharsets.UTF_8);
    }
}
