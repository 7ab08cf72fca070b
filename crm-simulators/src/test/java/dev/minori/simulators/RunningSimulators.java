package dev.minori.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.platform.demo.PlatformClock;
import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.testing.TestPostgres;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.kintone.KintoneDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The simulators over a real PostgreSQL, started once for all component tests, and a plain HTTP client for them. */
public final class RunningSimulators {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path DIRECTORY = temporary();
    private static final Map<String, String> ENVIRONMENT = environment();
    private static CrmSimulators running = start();

    private RunningSimulators() {}

    private static Path temporary() {
        try {
            return Files.createTempDirectory("minori-simulators-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the clock the simulators see. */
    public static void clockOffset(String isoDuration) {
        try {
            Files.writeString(DIRECTORY.resolve("clock-offset"), isoDuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time the simulators go by. */
    public static Instant now() {
        return new PlatformClock(Clock.systemUTC(), DIRECTORY.resolve("clock-offset")).now();
    }

    private static Map<String, String> environment() {
        ServiceDatabase database = TestPostgres.freshDatabase("simulators");
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("MINORI_PORT_SALESFORCE", "0");
        environment.put("MINORI_PORT_KINTONE", "0");
        environment.put("MINORI_PORT_SALESFORCE_TLS", "0");
        environment.put("MINORI_SIMULATORS_DIR", DIRECTORY.toString());
        environment.put(
                "MINORI_CLOCK_OFFSET_FILE", DIRECTORY.resolve("clock-offset").toString());
        environment.put("MINORI_SIMULATORS_LOAD_ACCOUNTS", "5000");
        return environment;
    }

    private static CrmSimulators start() {
        try {
            return CrmSimulators.start(SimulatorConfig.of(ENVIRONMENT, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops the simulators and starts them again on the same data. */
    public static synchronized void restart() {
        running.close();
        running = start();
    }

    /** Ends every database connection of the simulators, as a restart of the database would. */
    public static void endDatabaseConnections() throws SQLException {
        String url = ENVIRONMENT.getOrDefault("MINORI_DB_URL", "");
        try (Connection connection = TestPostgres.connectAsSuperuser("postgres");
                PreparedStatement end = connection.prepareStatement(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")) {
            end.setString(1, url.substring(url.lastIndexOf('/') + 1));
            end.execute();
        }
    }

    /** Where results and keys are kept. */
    public static Path directory() {
        return DIRECTORY;
    }

    /** Base address of the Salesforce simulator. */
    public static String salesforce() {
        return "http://127.0.0.1:" + running.salesforcePort();
    }

    /** Base address of the Salesforce simulator by https. */
    public static String secureSalesforce() {
        return "https://localhost:" + running.salesforceTlsPort();
    }

    /** Base address of the kintone simulator. */
    public static String kintone() {
        return "http://127.0.0.1:" + running.kintonePort();
    }

    /** An answer. */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return Json.MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + body, e);
            }
        }

        /** A header by its lower-case name. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Sends a request; an empty body sends none. */
    public static Answer send(String method, String url, Map<String, String> headers, String body) {
        try {
            return trySend(method, url, headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link #send} for requests that are meant to break. */
    public static Answer trySend(String method, String url, Map<String, String> headers, String body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, String> found = new HashMap<>();
            response.headers().map().forEach((name, values) -> found.put(name.toLowerCase(), values.getFirst()));
            hold(method, url, headers, response, found);
            return new Answer(response.statusCode(), found, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Whatever kintone answers is held against the vendor's own description, where one is given. */
    private static void hold(
            String method,
            String url,
            Map<String, String> headers,
            HttpResponse<String> response,
            Map<String, String> answered) {
        String path = URI.create(url).getPath();
        if (url.startsWith(kintone()) && path.startsWith("/k/")) {
            KintoneDescription.given()
                    .ifPresent(description -> description.check(
                            headers.getOrDefault("X-HTTP-Method-Override", method),
                            path,
                            response.statusCode(),
                            answered.getOrDefault("content-type", ""),
                            response.body()));
        }
    }

    /** Percent-encodes a query parameter. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends a control request; it must succeed. */
    public static JsonNode control(String method, String path, String body) {
        Answer answer = send(method, salesforce() + "/_control" + path, Map.of(), body);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.json();
    }
}
