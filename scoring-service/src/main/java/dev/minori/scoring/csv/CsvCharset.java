package dev.minori.scoring.csv;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** How a CSV file's characters are written. */
public enum CsvCharset {
    /** UTF-8 behind a byte order mark, by which Excel knows it. */
    UTF_8("utf-8", StandardCharsets.UTF_8, "\uFEFF"),
    /** What Japanese Windows calls Shift_JIS. */
    CP932("cp932", Charset.forName("windows-31j"), "");

    /** Stands for a character that the charset lacks: the geta mark that typesetters use for it. */
    private static final String MISSING = "〓";

    /** Characters that CP932 has under another code and with the same look; nothing is lost by them. */
    private static final Map<Integer, String> TWINS = Map.of(
            0x301C, "～", 0x2212, "－", 0x2016, "∥", 0x2014, "―", 0x00A2, "￠", 0x00A3, "￡", 0x00AC, "￢", 0x00A5, "￥",
            0x00A6, "￤");

    private final String name;
    private final Charset charset;
    private final String start;

    CsvCharset(String name, Charset charset, String start) {
        this.name = name;
        this.charset = charset;
        this.start = start;
    }

    /**
     * Text in this charset.
     *
     * @param replaced how many characters the charset lacks; 〓 stands in their places
     */
    public record Encoded(byte[] bytes, int replaced) {}

    /** The charset called so in requests, for example {@code cp932}. */
    public static Optional<CsvCharset> of(String name) {
        return Arrays.stream(values())
                .filter(charset -> charset.name.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The name for a Content-Type. */
    public String mimeName() {
        return charset.name();
    }

    /** What a file begins with. */
    public byte[] start() {
        return start.getBytes(charset);
    }

    public Encoded encode(String text) {
        byte[] bytes = text.getBytes(charset);
        // The platform writes a question mark for what it lacks; no byte of another character looks like one.
        if (questionMarks(bytes) == text.chars().filter(c -> c == '?').count()) {
            return new Encoded(bytes, 0);
        }
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder possible = new StringBuilder(text.length());
        int replaced = 0;
        for (int codePoint : text.codePoints().toArray()) {
            String character = TWINS.getOrDefault(codePoint, Character.toString(codePoint));
            if (encoder.canEncode(character)) {
                possible.append(character);
            } else {
                possible.append(encoder.canEncode(MISSING) ? MISSING : "?");
                replaced++;
            }
        }
        return new Encoded(possible.toString().getBytes(charset), replaced);
    }

    private static long questionMarks(byte[] bytes) {
        long count = 0;
        for (byte value : bytes) {
            if (value == '?') {
                count++;
            }
        }
        return count;
    }
}
