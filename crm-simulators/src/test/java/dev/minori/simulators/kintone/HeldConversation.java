package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.kintone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a client and the simulator, passes everything on, and holds the answers against the description. */
final class HeldConversation implements AutoCloseable {

    private static final Set<String> OF_ONE_HOP =
            Set.of("host", "connection", "content-length", "transfer-encoding", "date", "expect", "upgrade");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient simulator =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private HeldConversation() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    static HeldConversation open() throws IOException {
        return new HeldConversation();
    }

    /** The vendor's tools speak plain HTTP to a host of this very name only. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = ask(exchange);
            hold(exchange, answer);
            answer.headers().map().forEach((name, values) -> {
                if (!OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean empty = answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(kintone() + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            // What is zipped could not be read here.
            if (!OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT)) && !name.equalsIgnoreCase("Accept-Encoding")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return simulator.send(request.build(), BodyHandlers.ofByteArray());
    }

    private void hold(HttpExchange exchange, HttpResponse<byte[]> answer) {
        String override = exchange.getRequestHeaders().getFirst("X-HTTP-Method-Override");
        try {
            KintoneDescription.given()
                    .ifPresent(description -> description.check(
                            override == null ? exchange.getRequestMethod() : override,
                            exchange.getRequestURI().getPath(),
                            answer.statusCode(),
                            answer.headers().firstValue("Content-Type").orElse(""),
                            new String(answer.body(), StandardCharsets.UTF_8)));
        } catch (AssertionError e) {
            complaints.add(e.getMessage());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
