package dev.minori.platform.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.platform.process.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** What the management ports tell monitoring: every metric of the guides by its name, and that nothing was lost. */
final class MetricsTrial {
    private static final Pattern DOCUMENTED = Pattern.compile("`((?:minori|http_server)_[a-z_]+)");

    /** Listed while a key is parked, and after the story none is; BacklogComponentTest parks some. */
    private static final Set<String> OF_PARKED_KEYS = Set.of("minori_parked_keys", "minori_parked_oldest_age_seconds");

    private static final Map<String, String> SERVICES = Map.of(
            "SYNC_MANAGEMENT", "sync-service",
            "SCORING_MANAGEMENT", "scoring-service",
            "PLAYBOOK_MANAGEMENT", "playbook-service",
            "NOTIFICATION_MANAGEMENT", "notification-service");

    /** A relay that waited for somebody else's transaction would leave rows lying for as long. */
    private static final double OLDEST_SECONDS = 20;

    private final LocalPlatform platform;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    MetricsTrial(LocalPlatform platform) {
        this.platform = platform;
    }

    void everyMetricOfTheGuidesIsTold() throws Exception {
        Set<String> general = documented("production.md");
        assertThat(general).contains("minori_outbox_oldest_age_seconds", "http_server_requests_seconds_count");
        general.removeAll(OF_PARKED_KEYS);
        Set<String> ofSync = general.stream()
                .filter(name -> name.startsWith("minori_sync_"))
                .collect(Collectors.toCollection(TreeSet::new));
        general.removeAll(ofSync);
        Set<String> ofReaders = general.stream()
                .filter(name -> name.startsWith("minori_inbox_"))
                .collect(Collectors.toCollection(TreeSet::new));
        general.removeAll(ofReaders);
        assertThat(ofReaders).hasSize(2);

        // The story asks nothing of sync-service, which was killed at its beginning.
        Api api = new Api(platform.endpoints());
        api.get("admin", api.at().sync() + "/api/v1/connections");
        for (String port : SERVICES.keySet()) {
            assertThat(names(port)).as(SERVICES.get(port)).containsAll(general);
        }
        assertThat(names("SYNC_MANAGEMENT")).containsAll(ofSync);
        for (String reader : List.of("SCORING_MANAGEMENT", "PLAYBOOK_MANAGEMENT", "NOTIFICATION_MANAGEMENT")) {
            assertThat(names(reader)).as(SERVICES.get(reader)).containsAll(ofReaders);
        }
        assertThat(names("SCORING_MANAGEMENT")).containsAll(documented("scoring-service.md"));
        assertThat(names("NOTIFICATION_MANAGEMENT")).containsAll(documented("notifications.md"));
    }

    /** No reader saw a gap in the numbers of a key, and what is recorded leaves at once. */
    void nothingIsMissingAndNothingWaits() {
        for (Map.Entry<String, String> service : SERVICES.entrySet()) {
            Awaitility.await("an empty outbox of " + service.getValue())
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(values(service.getKey(), "minori_outbox_oldest_age_seconds"))
                            .hasSize(2)
                            .allMatch(age -> age < OLDEST_SECONDS));
        }
        for (String reader : List.of("SCORING_MANAGEMENT", "PLAYBOOK_MANAGEMENT", "NOTIFICATION_MANAGEMENT")) {
            assertThat(lines(reader).stream()
                            .filter(line ->
                                    line.startsWith("minori_inbox_sequence_total{") && line.contains("what=\"gap\""))
                            .toList())
                    .as("gaps that %s saw", SERVICES.get(reader))
                    .isNotEmpty()
                    .allMatch(line -> value(line) == 0);
        }
    }

    private Set<String> documented(String guide) throws IOException {
        Path file = Installation.locate()
                .repository()
                .resolve("docs/guides/platform")
                .resolve(guide);
        return DOCUMENTED
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult result) -> result.group(1))
                .filter(name -> !name.equals("minori_protect"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> names(String port) {
        return lines(port).stream().map(line -> line.split("[{ ]", 2)[0]).collect(Collectors.toSet());
    }

    private List<Double> values(String port, String name) {
        return lines(port).stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .map(MetricsTrial::value)
                .toList();
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private List<String> lines(String port) {
        URI metrics = URI.create("http://127.0.0.1:" + platform.port(port) + "/q/metrics");
        try {
            return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException failed) {
            throw new AssertionError(metrics + " does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
