package dev.minori.playbook.testing;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A scoring-service and an issuer that answer as a test tells them, and a clock that can be moved ahead. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    private static final String OFFSET_FILE = "playbook.test.clock-offset";
    private static final String ANSWER = "playbook.test.answer";
    private static final String STATUS = "playbook.test.status";

    private static final String VALIDATION = "playbook.test.validation";

    private HttpServer server;

    /** System properties, because tests and their resources see this class through different class loaders. */
    public static void scoringAnswers(int status, String outcome) {
        System.setProperty(STATUS, String.valueOf(status));
        System.setProperty(ANSWER, outcome);
    }

    /** What scoring-service says of every condition that is to be published: 200, 400 with a mistake, or 503. */
    public static void scoringValidates(int status) {
        System.setProperty(VALIDATION, String.valueOf(status));
    }

    /** Moves the product's clock on; it never goes back, because other tests have moved it too. */
    public static void advanceClock(Duration by) {
        try {
            Path file = Path.of(System.getProperty(OFFSET_FILE));
            String before = Files.readString(file);
            Clock clock = CDI.current().select(Clock.class).get();
            Instant ahead = clock.instant().plus(by);
            Files.writeString(
                    file,
                    (before.isEmpty() ? Duration.ZERO : Duration.parse(before))
                            .plus(by)
                            .toString());
            await("the product's clock moves").until(() -> !clock.instant().isBefore(ahead));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            Path offset = Files.createTempFile("clock-offset", ".txt");
            System.setProperty(OFFSET_FILE, offset.toString());
            scoringAnswers(200, "unknown");
            scoringValidates(200);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            server.createContext("/issuer/.well-known/openid-configuration", exchange -> {
                answer(exchange, 200, "{\"token_endpoint\":\"" + base + "/token\"}");
            });
            server.createContext("/token", exchange -> {
                boolean known = "Basic cGxheWJvb2stc2VydmljZTpnZWhlaW0="
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                answer(exchange, known ? 200 : 401, "{\"access_token\":\"service-token\",\"expires_in\":300}");
            });
            server.createContext("/api/v1/conditions/evaluations", exchange -> {
                boolean allowed = "Bearer service-token"
                                .equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        && exchange.getRequestHeaders().getFirst("Minori-Workspace") != null;
                int status = allowed ? Integer.getInteger(STATUS) : 401;
                answer(
                        exchange,
                        status,
                        "{\"outcome\":\"" + System.getProperty(ANSWER)
                                + "\",\"evidence\":{\"直近7日の平均\":\"12\"},\"detail\":\"条件に誤りがあります\"}");
            });
            server.createContext("/api/v1/conditions/validations", exchange -> {
                boolean ja = "ja".equals(exchange.getRequestHeaders().getFirst("Accept-Language"));
                int status = Integer.getInteger(VALIDATION);
                answer(
                        exchange,
                        status,
                        status == 200
                                ? "{\"type\":\"BOOLEAN\"}"
                                : "{\"errors\":[{\"pointer\":\"/condition\",\"code\":\"unknown-name\",\"detail\":\""
                                        + (ja ? "1行目1文字目: 知らない名前です。" : "Line 1, column 1: unknown name.")
                                        + "\"}]}");
            });
            server.start();
            return Map.of(
                    "minori.clock-offset-file",
                    offset.toString(),
                    "minori.conditions.scoring-url",
                    base,
                    "minori.conditions.token-issuer",
                    base + "/issuer",
                    "minori.conditions.client-id",
                    "playbook-service",
                    "minori.conditions.client-secret",
                    "geheim",
                    "minori.playbook.tick",
                    "0.3s");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
