package dev.minori.sync.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source system whose clock and answers a test writes down: no ready-made server lets a test set the Date. */
public final class ScriptedSource implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final ServerSocket door;
    private final Script script;

    /** What is answered. */
    @FunctionalInterface
    public interface Script {
        /** @param request its first line, its headers and its body */
        Answer answer(String request);
    }

    /** @param clock what the system's clock shows when it answers */
    public record Answer(Instant clock, String json) {}

    public ScriptedSource(Script script) {
        this.script = script;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void serve() {
        while (true) {
            try (Socket client = door.accept()) {
                Answer answer = script.answer(read(client.getInputStream()));
                byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
                String head = "HTTP/1.1 200 OK\r\nDate: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                answer.clock().atOffset(ZoneOffset.UTC))
                        + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length
                        + "\r\n\r\n";
                client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().write(body);
            } catch (SocketException _) {
                return;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static String read(InputStream stream) throws IOException {
        InputStream in = new BufferedInputStream(stream);
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        return head + new String(body, StandardCharsets.UTF_8);
    }
}
