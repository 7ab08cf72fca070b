package dev.minori.simulators.kintone.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the file in a body of type {@code multipart/form-data}. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";]*)\"?");

    private Multipart() {}

    /** A part with a file. */
    record Part(String fileName, String contentType, byte[] content) {}

    /** The part named {@code file}; empty when the body has none. */
    static Optional<Part> file(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return Optional.empty();
        }
        // One byte a character: places in the text are places in the body.
        String bytes = new String(body, StandardCharsets.ISO_8859_1);
        String mark = "--" + boundary.group(1).strip();
        int at = bytes.indexOf(mark);
        while (at >= 0) {
            int start = at + mark.length() + 2;
            int next = bytes.indexOf("\r\n" + mark, start);
            int head = bytes.indexOf("\r\n\r\n", start);
            if (next < 0 || head < 0 || head > next) {
                return Optional.empty();
            }
            String headers = new String(body, start, head - start, StandardCharsets.UTF_8);
            Matcher name = NAME.matcher(headers);
            Matcher fileName = FILE_NAME.matcher(headers);
            if (name.find() && name.group(1).equals("file") && fileName.find()) {
                return Optional.of(new Part(
                        fileName.group(1).replaceAll("\\\\(.)", "$1"),
                        type(headers),
                        Arrays.copyOfRange(body, head + 4, Math.max(next, head + 4))));
            }
            at = next + 2;
        }
        return Optional.empty();
    }

    private static String type(String headers) {
        for (String line : headers.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
                return line.substring("content-type:".length()).strip();
            }
        }
        return "application/octet-stream";
    }
}
