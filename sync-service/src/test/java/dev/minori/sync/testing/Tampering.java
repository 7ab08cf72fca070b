package dev.minori.sync.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands between the service and a source system, counts what is asked and spoils what is answered. */
public final class Tampering implements AutoCloseable {
    private static final Set<String> KEPT_BACK =
            Set.of("content-length", "connection", "host", "transfer-encoding", ":status");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final String target;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Tamper tamper = Tamper.NONE;

    /** An answer of the source system. */
    public record Answer(int status, byte[] body) {}

    /** What is done to a request and its answer. */
    @FunctionalInterface
    public interface Tamper {
        Tamper NONE = (request, source) -> source.answer();

        /** @param request method, path and query */
        Answer answer(String request, Source source);
    }

    /** The source system behind. */
    @FunctionalInterface
    public interface Source {
        Answer answer();
    }

    public Tampering(String target) {
        this.target = target;
        try {
            this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void with(Tamper how) {
        tamper = how;
    }

    /** Requests so far whose method, path and query contain the text. */
    public long asked(String text) {
        synchronized (asked) {
            return asked.stream().filter(request -> request.contains(text)).count();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(request);
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer answer = tamper.answer(request, () -> forward(exchange, body));
            byte[] bytes = answer.body();
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException | RuntimeException failed) {
            // The client sees a broken connection; without this line nobody would see why.
            failed.printStackTrace();
            throw failed;
        }
    }

    private Answer forward(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isKeptBack(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().map().forEach((name, values) -> {
                if (!isKeptBack(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            return new Answer(response.statusCode(), here(exchange, response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Salesforce's sign-in names the host to call from then on. */
    private byte[] here(HttpExchange exchange, byte[] body) {
        return exchange.getRequestURI().getPath().endsWith("/oauth2/token")
                ? new String(body, StandardCharsets.UTF_8)
                        .replace(target, url())
                        .getBytes(StandardCharsets.UTF_8)
                : body;
    }

    private static boolean isKeptBack(String header) {
        return KEPT_BACK.contains(header.toLowerCase(java.util.Locale.ROOT));
    }
}
