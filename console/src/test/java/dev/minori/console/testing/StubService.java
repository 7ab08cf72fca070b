package dev.minori.console.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Stands where a service stands, over real HTTP, and remembers what reached it. */
public final class StubService implements AutoCloseable {

    /** A request as the service saw it. */
    public record Seen(String method, String uri, Map<String, List<String>> headers, String body) {
        /** The first value of a header, or an empty text. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch secondEvent = new CountDownLatch(1);

    public StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Seen> seen() {
        return seen;
    }

    public Seen last() {
        return seen.getLast();
    }

    /** Lets the stream send its second event. */
    public void releaseSecondEvent() {
        secondEvent.countDown();
    }

    public void forget() {
        seen.clear();
        secondEvent = new CountDownLatch(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        seen.add(new Seen(
                exchange.getRequestMethod(),
                uri,
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/api/v1/stream" -> stream(exchange);
                case "/api/v1/silent" -> await();
                case "/api/v1/refused" ->
                    reply(
                            exchange,
                            409,
                            "application/problem+json",
                            "{\"type\":\"https://minori.dev/problems/conflict\"}");
                default -> {
                    exchange.getResponseHeaders().add("ETag", "\"3\"");
                    exchange.getResponseHeaders().add("Set-Cookie", "tracking=1");
                    reply(exchange, 200, "application/json", "{\"items\":[]}");
                }
            }
        }
    }

    private static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        await();
        out.write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void await() {
        try {
            secondEvent.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        secondEvent.countDown();
        server.stop(0);
    }
}
