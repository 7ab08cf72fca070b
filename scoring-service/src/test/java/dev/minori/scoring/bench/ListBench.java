package dev.minori.scoring.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import dev.minori.platform.testing.TestPostgres;
import dev.minori.scoring.customer.store.ManyCustomers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What a person waits for with many customers; the floor is a read of as many rows by primary key. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class ListBench {
    private static final UUID WORKSPACE = UUID.fromString("0190a000-0000-7000-8000-0000000bec00");
    private static final int CUSTOMERS = setting("CUSTOMERS", 100_000);
    private static final int ROUNDS = setting("ROUNDS", 100);

    @TestHTTPResource("/")
    URI base;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> lines = new ArrayList<>();

    @Test
    void listsAreMeasured() throws Exception {
        fill();
        line("%,d customers, %d requests each, milliseconds", CUSTOMERS, ROUNDS);
        line("%-62s %8s %8s", "", "p50", "p95");
        measure("floor: 51 rows by primary key, plain JDBC", this::floor);
        for (String sort :
                List.of("name", "-points", "pointsChange", "-mrr", "nextDate", "lastContactAt", "-openTickets")) {
            request("/api/v1/customers?sort=" + sort);
        }
        for (String filter : List.of(
                "owner=00000000-0000-0000-0000-000000000007&sort=-mrr",
                "band=AT_RISK&sort=-mrr",
                "band=AT_RISK&phase=%E6%9B%B4%E6%96%B0&sort=nextDate",
                "mrrFrom=400000&nextDateTo=2026-12-31&sort=points",
                "q=%E8%A3%BD%E4%BD%9C%E6%89%80",
                "q=c-012345",
                "q=%E3%81%AA%E3%81%84")) {
            request("/api/v1/customers?" + filter);
        }
        String cursor = cursor();
        request("/api/v1/customers?sort=-mrr&cursor=" + cursor);
        request("/api/v1/follow-ups?owner=00000000-0000-0000-0000-000000000007");
        request("/api/v1/follow-ups?owner=all");
        request("/api/v1/portfolio/customers");
        request("/api/v1/portfolio/mrr-movements?from=2026-04&to=2027-03&compareTo=2025-04");
        request("/api/v1/portfolio/mrr-movements/customers?from=2026-10&to=2026-10&kind=CHURN");
        export("utf-8");
        export("cp932");
        Files.writeString(Path.of("target/bench.txt"), String.join("\n", lines) + "\n");
    }

    private static int setting(String name, int usual) {
        String value = System.getenv(name);
        return value == null ? usual : Integer.parseInt(value);
    }

    private void fill() throws Exception {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(ManyCustomers.insert(WORKSPACE, CUSTOMERS));
            statement.execute(ManyCustomers.grams(WORKSPACE));
            // Two steps a customer over three years; some end, some come back.
            statement.execute("""
                    WITH day AS (
                      SELECT s.workspace_id, s.customer_id, s.mrr_minor,
                        DATE '2024-04-01' + (abs(hashtext(s.customer_id::text)) %% 700) AS first,
                        DATE '2026-04-01' + (abs(hashtext(s.customer_id::text || 'x')) %% 365) AS second
                      FROM customer_summary s WHERE s.workspace_id = '%s' AND s.mrr_minor > 0)
                    INSERT INTO mrr_step (workspace_id, customer_id, currency, from_day, previous_day, to_day, before_minor,
                      minor, active, active_before, ever_before, reconstructed)
                    SELECT workspace_id, customer_id, 'JPY', first, DATE '-infinity', second, 0, mrr_minor, true, false, false,
                      false
                    FROM day
                    UNION ALL
                    SELECT workspace_id, customer_id, 'JPY', second, first, DATE 'infinity', mrr_minor,
                      CASE WHEN mrr_minor %% 10 = 0 THEN 0 ELSE mrr_minor + 1000 END, mrr_minor %% 10 <> 0, true, true, false
                    FROM day
                    """.formatted(WORKSPACE));
            statement.execute("VACUUM (ANALYZE) customer_summary");
            statement.execute("VACUUM (ANALYZE) customer_gram");
            statement.execute("VACUUM (ANALYZE) mrr_step");
        }
    }

    private static Connection superuser() throws SQLException {
        return TestPostgres.connectAsSuperuser(ServiceTestResource.database().name());
    }

    private Connection floorConnection;
    private List<UUID> floorIds = List.of();

    private Integer floor() throws Exception {
        if (floorConnection == null) {
            floorConnection = superuser();
            try (Statement statement = floorConnection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT customer_id FROM customer_summary WHERE workspace_id = '"
                                    + WORKSPACE + "' ORDER BY random() LIMIT 51")) {
                floorIds = new ArrayList<>();
                while (row.next()) {
                    floorIds.add(row.getObject(1, UUID.class));
                }
            }
        }
        try (PreparedStatement statement = floorConnection.prepareStatement(
                "SELECT * FROM customer_summary WHERE workspace_id = ? AND customer_id = ANY (?)")) {
            statement.setObject(1, WORKSPACE);
            statement.setArray(2, floorConnection.createArrayOf("uuid", floorIds.toArray()));
            int rows = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows++;
                }
            }
            return rows;
        }
    }

    private String cursor() throws Exception {
        String body = http.send(get("/api/v1/customers?sort=-mrr&limit=200"), HttpResponse.BodyHandlers.ofString())
                .body();
        String mark = "\"nextCursor\":\"";
        int from = body.indexOf(mark) + mark.length();
        return body.substring(from, body.indexOf('"', from));
    }

    private void request(String path) throws Exception {
        HttpRequest request = get(path);
        measure(path.replaceAll("cursor=.*", "cursor=…"), () -> {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.statusCode();
        });
    }

    private void export(String charset) throws Exception {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long most = 0;
        long bytes = 0;
        long start = System.nanoTime();
        HttpResponse<InputStream> answer = http.send(
                get("/api/v1/customers/export?charset=" + charset), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        line(
                "export %-8s %,d bytes in %.1f s; heap %,d MiB before, at most %,d MiB (garbage included)",
                charset, bytes, seconds, before >> 20, most >> 20);
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + Tokens.of("kenji", WORKSPACE, "manager"))
                .build();
    }

    private void measure(String what, Callable<Integer> work) throws Exception {
        for (int i = 0; i < 10; i++) {
            work.call();
        }
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.call();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        line("%-62s %8.1f %8.1f", what, millis[ROUNDS / 2], millis[Math.min(ROUNDS - 1, ROUNDS * 95 / 100)]);
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}
