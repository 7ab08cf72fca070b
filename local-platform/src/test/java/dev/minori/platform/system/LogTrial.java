package dev.minori.platform.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.minori.platform.demo.Actor;
import dev.minori.platform.oidc.DemoUsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the logs of a platform tell that ran with {@code MINORI_LOG_EVENTS=DEBUG}: the way of an event through the services by
 * its ids, and nothing that a person wrote or is known by.
 */
final class LogTrial {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SERVICES =
            List.of("sync-service", "scoring-service", "playbook-service", "notification-service");

    /** Small letters and digits, so that a look through the databases finds them. */
    private static final List<String> MARKERS = Stream.of("name", "mail", "phone", "subject", "text")
            .map("qlogmark"::concat)
            .toList();

    /** Each process that was killed may have left half a line. */
    private static final int BROKEN_LINES = 5;

    private final LocalPlatform platform;
    private final Api api;

    LogTrial(LocalPlatform platform) {
        this.platform = platform;
        this.api = new Api(platform.endpoints());
    }

    /** A contact and a mail that nobody need act on, for the services to take in. */
    void plant() {
        String session = api.salesforceSession("minori-demo");
        String data = api.at().salesforce() + "/services/data/v62.0/";
        String account = api.send(
                        "GET",
                        data + "query?q=" + Api.encode("SELECT Id FROM Account LIMIT 1"),
                        session,
                        "text/plain",
                        "")
                .path("records")
                .path(0)
                .path("Id")
                .asText();
        String email = MARKERS.get(1) + "@customer.example";
        create(
                session,
                data + "sobjects/Contact",
                Map.of(
                        "AccountId",
                        account,
                        "LastName",
                        "記録" + MARKERS.get(0),
                        "Email",
                        email,
                        "Phone",
                        MARKERS.get(2)));
        create(
                session,
                data + "sobjects/EmailMessage",
                Map.of(
                        "RelatedToId",
                        account,
                        "FromAddress",
                        email,
                        "ToAddress",
                        "support@minori-demo.example",
                        "Subject",
                        "御礼 " + MARKERS.get(3),
                        "TextBody",
                        "ありがとうございました。" + MARKERS.get(4),
                        "Incoming",
                        true,
                        "MessageDate",
                        platform.clock().now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    /** From the source's mail to the message to the CSM: each service tells what it took and what it made of it. */
    void followTheEventsOf(Actor asking) throws IOException {
        Map<String, List<JsonNode>> lines = new LinkedHashMap<>();
        for (String service : SERVICES) {
            lines.put(service, lines(service));
        }
        for (List<String> way : List.of(
                List.of("sync-service", "scoring-service"),
                List.of("scoring-service", "playbook-service"),
                List.of("playbook-service", "notification-service"),
                List.of("notification-service", "playbook-service"))) {
            Set<String> recorded = events(lines.get(way.getFirst()), "JdbcOutbox", asking);
            Set<String> applied = events(lines.get(way.getLast()), "MessageIntake", asking);
            assertThat(recorded)
                    .as("events of %s that %s recorded", asking.customerId(), way.getFirst())
                    .isNotEmpty();
            assertThat(applied)
                    .as("of these %s tells that it applied", way.getLast())
                    .containsAnyElementsOf(recorded);
        }
    }

    private static Set<String> events(List<JsonNode> lines, String logger, Actor customer) {
        return lines.stream()
                .filter(line -> line.path("loggerName").asText().endsWith("." + logger))
                .map(line -> line.path("mdc"))
                .filter(ids -> ids.path("customerId")
                                .asText()
                                .equals(customer.customerId().toString())
                        && ids.path("workspace").asText().equals(DemoUsers.DEMO_WORKSPACE.toString()))
                .map(ids -> ids.path("eventId").asText())
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    private List<JsonNode> lines(String service) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (String line : text(platform.state().resolve("logs/" + service + ".log"))
                .lines()
                .filter(each -> each.startsWith("{"))
                .toList()) {
            try {
                lines.add(JSON.readTree(line));
            } catch (JsonProcessingException half) {
                broken.add(line);
            }
        }
        assertThat(broken).as("lines of %s that are no JSON", service).hasSizeLessThanOrEqualTo(BROKEN_LINES);
        return lines;
    }

    /** What was planted went through, and with everything else that is secret or personal is in no log of any part. */
    void assertNothingIsGivenAway(Actor asking) throws Exception {
        assertThat(new Databases(platform).find(MARKERS))
                .as("what was planted arrived")
                .containsOnlyKeys(MARKERS);
        List<String> unspoken = new ArrayList<>(MARKERS);
        unspoken.addAll(List.of("見積もりをお願い", "soumu@customer.example", asking.ownerEmail(), "Bearer ey"));
        unspoken.addAll(contacts());
        unspoken.addAll(secrets());
        Set<String> found = new TreeSet<>();
        try (Stream<Path> logs = Files.list(platform.state().resolve("logs"))) {
            for (Path log : logs.toList()) {
                String text = text(log);
                unspoken.stream()
                        .filter(text::contains)
                        .map(what -> log.getFileName() + ": " + what)
                        .forEach(found::add);
            }
        }
        assertThat(found).isEmpty();
    }

    private List<String> contacts() {
        List<String> known = new ArrayList<>();
        api.send(
                        "GET",
                        api.at().salesforce() + "/services/data/v62.0/query?q="
                                + Api.encode("SELECT Email, Phone FROM Contact LIMIT 200"),
                        api.salesforceSession("minori-demo"),
                        "text/plain",
                        "")
                .path("records")
                .forEach(contact -> known.addAll(List.of(
                        contact.path("Email").asText(), contact.path("Phone").asText())));
        known.removeIf(value -> value.length() < 5 || value.equals("null"));
        assertThat(known).hasSizeGreaterThan(20);
        return known;
    }

    private List<String> secrets() throws IOException {
        List<String> secrets = new ArrayList<>(List.of("minori-local-secret", "minori-demo-secret", "demo-token-all"));
        secrets.add(Files.readString(platform.state().resolve("secrets/postgres.password")));
        secrets.add(JSON.readTree(platform.state().resolve("secrets/kek.json").toFile())
                .path("key")
                .path(0)
                .path("keyData")
                .path("value")
                .asText());
        assertThat(secrets).allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(8));
        return secrets;
    }

    private void create(String session, String url, Map<String, Object> fields) {
        api.send("POST", url, session, "application/json", Api.json(fields));
    }

    /** A killed process may have been cut within a character. */
    private static String text(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    }
}
