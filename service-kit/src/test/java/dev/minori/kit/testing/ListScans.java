package dev.minori.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.platform.testing.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Asks a running service for every list of its OpenAPI document, plain and with each parameter, in a workspace among many
 * others, and tells which of them read a whole table: the application's role sees its tables through
 * policies, which switch off indexes whose operators could leak, and in a small table nobody would notice.
 */
public final class ListScans {
    /** What a connection did comes to the statistics once a second, at the end of a transaction. */
    private static final Duration STATISTICS_LAG = Duration.ofMillis(2_500);

    private static final Set<String> PAGING = Set.of("limit", "cursor");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final UUID workspace;
    private final String token;
    private final List<ManyRows> tables = new ArrayList<>();
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> queries = new HashMap<>();
    private final Map<String, String> leftOut = new HashMap<>();
    private final List<String> more = new ArrayList<>();
    private int asked;

    /**
     * @param base for example {@code http://localhost:8081}
     * @param workspace one that the service knows
     * @param roles enough for every list
     */
    public ListScans(URI base, UUID workspace, String... roles) {
        this.base = base;
        this.workspace = workspace;
        this.token = Tokens.of("reader", workspace, roles);
    }

    /**
     * A table that grows with a workspace's work. Row {@code n} of workspace {@code w} has the same id in all tables.
     *
     * @param columns SQL expressions of {@code n} and {@code w} for columns that are nullable, checked, or few-valued
     */
    public ListScans table(String table, Map<String, String> columns) {
        tables.add(new ManyRows(table, columns));
        return this;
    }

    /** Values for a parameter whose description does not tell them: by its name, or by path, blank and name. */
    public ListScans values(String parameter, String... examples) {
        values.put(parameter, List.of(examples));
        return this;
    }

    /** What a list always needs, for example {@code from=2026-11-01}. */
    public ListScans query(String path, String query) {
        queries.put(path, query);
        return this;
    }

    /** A list of one thing's parts, for example {@code /api/v1/mappings/{row}/versions}; {@code {row}} is a row's id. */
    public ListScans also(String path) {
        more.add(path);
        return this;
    }

    /** No list of these tables' rows. */
    public ListScans leaveOut(String path, String why) {
        leftOut.put(path, why);
        return this;
    }

    /** How many requests were tried. */
    public int asked() {
        return asked;
    }

    /** A sentence a finding. Fills the tables first. */
    public List<String> findings() throws SQLException, IOException, InterruptedException {
        String row = fill();
        List<String> requests = new ArrayList<>(requests(row));
        List<String> findings = new ArrayList<>();
        for (String request : requests) {
            int status = ask(request);
            if (status != 200) {
                findings.add("GET " + request + " answers " + status);
            }
        }
        requests.removeIf(request -> findings.stream().anyMatch(finding -> finding.startsWith("GET " + request + " ")));
        asked = requests.size();
        atRest();
        Map<String, Long> before = scans("seq_scan");
        if (!wholeTables(requests, before).isEmpty()) {
            for (String request : requests) {
                Set<String> read = wholeTables(List.of(request), scans("seq_scan"));
                if (!read.isEmpty()) {
                    findings.add("GET " + request + " reads all of " + read);
                }
            }
        }
        return findings;
    }

    /** Asks round after round until the statistics must know of all of them, and gives the tables that were read whole. */
    private Set<String> wholeTables(List<String> requests, Map<String, Long> before)
            throws SQLException, IOException, InterruptedException {
        long indexes = total(scans("idx_scan"));
        long enough = System.nanoTime() + STATISTICS_LAG.toNanos();
        long given = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        do {
            for (String request : requests) {
                ask(request);
            }
        } while (System.nanoTime() < enough || (total(scans("idx_scan")) == indexes && System.nanoTime() < given));
        Set<String> grown = new LinkedHashSet<>();
        scans("seq_scan").forEach((table, count) -> {
            if (count > before.getOrDefault(table, 0L)) {
                grown.add(table);
            }
        });
        return grown;
    }

    /** Gives the id of a row of the workspace. */
    private String fill() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            UUID others = UUID.randomUUID();
            for (ManyRows table : tables) {
                table.insert(connection, workspace, others);
            }
            statement.execute("vacuum (analyze) "
                    + String.join(", ", tables.stream().map(ManyRows::table).toList()));
            try (ResultSet id = statement.executeQuery("select md5('" + workspace + "' || 7)::uuid::text")) {
                id.next();
                return id.getString(1);
            }
        }
    }

    private Set<String> requests(String row) throws IOException, InterruptedException {
        JsonNode document = JSON.readTree(http.send(
                        HttpRequest.newBuilder(base.resolve("/q/openapi?format=json"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        Set<String> requests = new LinkedHashSet<>();
        document.path("paths").properties().forEach(entry -> {
            String path = entry.getKey();
            if (entry.getValue().has("get") && !path.contains("{") && !leftOut.containsKey(path)) {
                List<JsonNode> parameters = Stream.concat(
                                entry.getValue().path("get").path("parameters").valueStream(),
                                entry.getValue().path("parameters").valueStream())
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .toList();
                requests.addAll(variants(document, path, parameters, row));
            }
        });
        more.forEach(path -> requests.add(path.replace("{row}", row)));
        return requests;
    }

    private List<String> variants(JsonNode document, String path, List<JsonNode> parameters, String row) {
        String always = queries.getOrDefault(path, "").replace("{row}", row);
        List<String> variants = new ArrayList<>(List.of(path + (always.isEmpty() ? "" : "?" + always)));
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            if (!PAGING.contains(name) && !always.contains(name + "=")) {
                List<String> examples = values.getOrDefault(
                        path + " " + name, values.getOrDefault(name, examples(document, parameter.path("schema"))));
                for (String example : examples) {
                    variants.add(path + "?" + (always.isEmpty() ? "" : always + "&") + name + "="
                            + example.replace("{row}", row));
                }
            }
        }
        return variants;
    }

    private static List<String> examples(JsonNode document, JsonNode schema) {
        JsonNode plain = plain(document, schema);
        if (plain.has("enum")) {
            return plain.path("enum").valueStream().map(JsonNode::asText).toList();
        }
        String pattern = plain.path("pattern").asText();
        if (pattern.matches("[a-z|-]+")) {
            return List.of(pattern.split("\\|"));
        }
        return switch (plain.path("format").asText(plain.path("type").asText())) {
            case "uuid" -> List.of("{row}");
            case "date" -> List.of("2026-11-01");
            case "date-time" -> List.of("2026-11-01T00:00:00Z");
            case "boolean" -> List.of("true");
            default -> List.of("x7");
        };
    }

    /** Behind references, lists and the choice between something and nothing. */
    private static JsonNode plain(JsonNode document, JsonNode schema) {
        if (schema.has("$ref")) {
            return plain(document, document.at(schema.path("$ref").asText().substring(1)));
        }
        if (schema.has("anyOf")) {
            return plain(document, schema.path("anyOf").path(0));
        }
        return schema.has("items") ? plain(document, schema.path("items")) : schema;
    }

    private int ask(String request) throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(base.resolve(request))
                        .header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                BodyHandlers.discarding());
        return answer.statusCode();
    }

    /** What was done before this test is told by then: connections that rest tell it after ten seconds. */
    private void atRest() {
        Map<String, Map<String, Long>> seen = new LinkedHashMap<>();
        Awaitility.await("statistics at rest")
                .atMost(Duration.ofSeconds(90))
                .during(Duration.ofSeconds(12))
                .until(() -> {
                    Map<String, Long> now = scans("seq_scan");
                    return now.equals(seen.put("last", now));
                });
    }

    private static long total(Map<String, Long> scans) {
        return scans.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> scans(String kind) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select relname, coalesce(" + kind + ", 0) from pg_stat_user_tables")) {
            Map<String, Long> scans = new HashMap<>();
            while (row.next()) {
                String table = row.getString(1);
                if (tables.stream().anyMatch(each -> table.equals(each.table()))) {
                    scans.put(table, row.getLong(2));
                }
            }
            return scans;
        }
    }

    private static Connection superuser() throws SQLException {
        return TestPostgres.connectAsSuperuser(ServiceTestResource.database().name());
    }
}
