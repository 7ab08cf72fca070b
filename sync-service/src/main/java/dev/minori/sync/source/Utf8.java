package dev.minori.sync.source;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 without losing what is not UTF-8: a stray byte becomes half a surrogate pair, U+DC80 to U+DCFF, as
 * <a href="https://peps.python.org/pep-0383/">PEP 383</a> does it. Java's own decoder would put U+FFFD there without a
 * word, or fail the whole answer. {@link ValueHygiene} finds the halves, so only the value concerned is unreadable.
 */
public final class Utf8 {
    private static final int STRAY = 0xDC00;

    private Utf8() {}

    /** The text of the bytes. */
    public static String decode(byte[] bytes) {
        try {
            return newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            try (Reader reader = reader(new ByteArrayInputStream(bytes))) {
                StringBuilder text = new StringBuilder(bytes.length);
                char[] buffer = new char[8_192];
                for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                    text.append(buffer, 0, n);
                }
                return text.toString();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    /** Reads the stream as text and closes it with the reader. */
    public static Reader reader(InputStream in) {
        return new BufferedReader(new Decoding(in), 16_384);
    }

    private static CharsetDecoder newDecoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static final class Decoding extends Reader {
        private final InputStream in;
        private final CharsetDecoder decoder = newDecoder();
        private final ByteBuffer bytes = ByteBuffer.allocate(16_384).flip();
        private boolean ended;
        private int stray;

        Decoding(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            CharBuffer chars = CharBuffer.wrap(target, offset, length);
            int start = chars.position();
            while (chars.position() == start) {
                putStray(chars);
                CoderResult result = decoder.decode(bytes, chars, ended);
                if (result.isError()) {
                    stray = result.length();
                    putStray(chars);
                } else if (result.isOverflow()) {
                    break;
                } else if (ended) {
                    return chars.position() == start ? -1 : chars.position() - start;
                } else {
                    fill();
                }
            }
            return chars.position() - start;
        }

        private void putStray(CharBuffer chars) {
            while (stray > 0 && chars.hasRemaining()) {
                chars.put((char) (STRAY | (bytes.get() & 0xff)));
                stray--;
            }
        }

        private void fill() throws IOException {
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                ended = true;
            } else {
                bytes.position(bytes.position() + read);
            }
            bytes.flip();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
