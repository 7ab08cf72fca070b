package dev.minori.notification.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A mail server that says what a test tells it to, or hangs up. Stages: {@code connect}, {@code EHLO}, {@code MAIL},
 * {@code RCPT}, {@code DATA} and {@code .} for the end of the message.
 */
final class ScriptedSmtpServer implements AutoCloseable {
    /** Instead of a reply: close the connection. */
    static final String HANG_UP = "";

    private final ServerSocket socket;
    private final Map<String, String> script;
    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

    ScriptedSmtpServer(Map<String, String> script) throws IOException {
        this.script = Map.copyOf(script);
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The messages whose end arrived. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException gone) {
                // The client or the test hung up.
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8);
        if (!reply(out, "connect", "220 test ready")) {
            return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            boolean goesOn = switch (command) {
                case "DATA" -> reply(out, "DATA", "354 go ahead") && message(in, out);
                case "QUIT" -> reply(out, "QUIT", "221 bye") && false;
                default -> reply(out, command, "250 ok");
            };
            if (!goesOn) {
                return;
            }
        }
    }

    private boolean message(BufferedReader in, PrintStream out) throws IOException {
        if (script.getOrDefault("DATA", "354").charAt(0) != '3') {
            return true;
        }
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            text.append(line).append('\n');
        }
        messages.add(text.toString());
        return reply(out, ".", "250 queued as 1");
    }

    private boolean reply(PrintStream out, String stage, String standard) {
        String reply = script.getOrDefault(stage, standard);
        if (reply.equals(HANG_UP)) {
            return false;
        }
        out.print(reply + "\r\n");
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
