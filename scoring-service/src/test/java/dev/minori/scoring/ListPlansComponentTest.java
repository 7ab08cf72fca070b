package dev.minori.scoring;

import static dev.minori.scoring.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.platform.testing.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists of a workspace among others, each with thousands of customers, as the application's role asks for them: row-level
 * security switches off indexes whose operators could leak, and a list that reads a whole table would not be noticed in a
 * small one.
 */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlansComponentTest {
    private static final int WORKSPACES = 10;
    private static final int CUSTOMERS = 2_000;
    private static final List<String> BULK = List.of(
            "customer_profile",
            "customer_summary",
            "customer_gram",
            "customer_current",
            "customer_history",
            "contract_current",
            "contract_history",
            "usage_current",
            "usage_history",
            "health_current",
            "mrr_step");

    private UUID workspace;
    private UUID customer;
    private UUID owner;

    @BeforeAll
    void fill() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < WORKSPACES; i++) {
                workspace = UUID.randomUUID();
                for (String sql : rows(workspace)) {
                    statement.execute(sql);
                }
            }
            statement.execute("ANALYZE");
            try (ResultSet row = statement.executeQuery(
                    "SELECT customer_id, owner_member_id FROM customer_profile WHERE workspace_id = '" + workspace
                            + "' LIMIT 1")) {
                assertThat(row.next()).isTrue();
                customer = row.getObject(1, UUID.class);
                owner = row.getObject(2, UUID.class);
            }
        }
        // Connections that rest for ten seconds have told the statistics what they did before.
        AtomicReference<Map<String, Long>> seen = new AtomicReference<>(Map.of());
        await("statistics at rest")
                .atMost(Duration.ofSeconds(90))
                .during(Duration.ofSeconds(12))
                .until(() -> {
                    Map<String, Long> now = scans("seq_scan");
                    return now.equals(seen.getAndSet(now));
                });
    }

    private static List<String> rows(UUID workspace) {
        String each = " FROM (SELECT n, md5('" + workspace + "' || n)::uuid AS id FROM generate_series(1, " + CUSTOMERS
                + ") n) c";
        String fact = "'" + workspace + "', id, id, id, 's', 'o', 'r', id, 1, 1, now() - interval '1 day',"
                + " now() - interval '1 day', false";
        String factColumns =
                " (workspace_id, fact_id, customer_id, connection_id, system, object_name, source_record_id,"
                        + " mapping_id, mapping_version, source_version, valid_from, known_from, removed, ";
        return List.of(
                "INSERT INTO customer_profile (workspace_id, customer_id, fact_id, source_version, valid_from,"
                        + " profile_version, removed, name, name_kana, customer_code, phase, owner_member_id, mrr,"
                        + " changed_at) SELECT '" + workspace + "', id, id, 1, now(), 1, false,"
                        + " '株式会社' || substr('さくらみのりつばめひばりかえで', 1 + n % 13, 3) || n, 'カブシキガイシャ' || n,"
                        + " 'C-' || n, '活用', md5('owner' || n % 50)::uuid, '[]', now()" + each,
                "INSERT INTO customer_summary (workspace_id, customer_id, removed, name, name_kana, kana_order, search_text,"
                        + " customer_code, phase, owner_member_id, mrr, band, open_tickets, system, object_name,"
                        + " source_record_id, changed_at) SELECT workspace_id, customer_id, false, name, name_kana,"
                        + " minori_fold(name_kana), search_text, customer_code, phase, owner_member_id, mrr,"
                        + " CASE WHEN customer_code LIKE '%40' THEN 'AT_RISK' ELSE 'GOOD' END, 0, 's', 'o', 'r', now()"
                        + " FROM customer_profile WHERE workspace_id = '" + workspace + "'",
                "INSERT INTO customer_gram SELECT DISTINCT workspace_id, substr(search_text, i, 2), customer_id FROM"
                        + " customer_profile, generate_series(1, length(search_text) - 1) i WHERE workspace_id = '"
                        + workspace + "'",
                "INSERT INTO customer_current" + factColumns + "name) SELECT " + fact + ", '株式会社' || n" + each,
                "INSERT INTO contract_current" + factColumns + "start_date, end_date) SELECT " + fact
                        + ", date '2025-01-01', date '2026-01-01' + n % 700" + each,
                "INSERT INTO mrr_step (workspace_id, customer_id, currency, from_day, previous_day, to_day, before_minor, minor,"
                        + " active, active_before, ever_before, reconstructed) SELECT '" + workspace
                        + "', id, 'JPY', date '2025-01-01', '-infinity', 'infinity', 0, n * 100, true, false, false, false"
                        + each,
                "INSERT INTO usage_current" + factColumns + "day, active_users) SELECT " + fact
                        + ", date '2026-11-01', n" + each,
                "INSERT INTO health_current (workspace_id, customer_id, score_id, points, band, coverage, measure_values,"
                        + " scorecard_id, scorecard_version, calculated_at, evaluated_at) SELECT '" + workspace
                        + "', id, id, n % 100, CASE WHEN n % 40 = 0 THEN 'AT_RISK' ELSE 'GOOD' END, 1, '{}', id, 1,"
                        + " now(), now()" + each);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/customers",
                "/api/v1/customers?band=AT_RISK",
                "/api/v1/customers?owner=OWNER",
                "/api/v1/customers?phase=活用",
                "/api/v1/customers?q=みのり",
                "/api/v1/customers?q=株式会社",
                "/api/v1/customers?q=り",
                "/api/v1/customers?q=C-1999",
                "/api/v1/contracts",
                "/api/v1/contracts?sort=-mrr",
                "/api/v1/contracts?endingBefore=2026-03-01",
                "/api/v1/contracts?owner=OWNER",
                "/api/v1/contracts?customerId=CUSTOMER",
                "/api/v1/contracts?customerId=CUSTOMER&asOf=2026-11-20T00:00:00Z",
                "/api/v1/portfolio/mrr/customers?on=2026-11-20",
                "/api/v1/portfolio/mrr/customers?on=2026-11-20&owner=OWNER",
                "/api/v1/customers/CUSTOMER",
                "/api/v1/customers/CUSTOMER/timeline",
                "/api/v1/customers/CUSTOMER/usage?from=2026-10-01&to=2026-11-20",
                "/api/v1/customers/CUSTOMER/usage?from=2026-10-01&to=2026-11-20&knownAt=2026-11-20T00:00:00Z"
            })
    void listsReadIndexesAndNoWholeTable(String list) throws SQLException {
        Map<String, Long> before = scans("seq_scan");
        long indexes = total(scans("idx_scan"));
        String path = list.replace("CUSTOMER", customer.toString()).replace("OWNER", owner.toString());

        // Connections tell the statistics what they did once a second, at the end of a transaction.
        await("the list is counted").atMost(Duration.ofSeconds(90)).until(() -> {
            as(workspace, "manager").get(path).then().statusCode(200);
            return total(scans("idx_scan")) > indexes;
        });

        assertThat(scans("seq_scan")).as("whole tables read by %s", list).isEqualTo(before);
    }

    private static long total(Map<String, Long> scans) {
        return scans.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> scans(String kind) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT relname, coalesce(" + kind + ", 0) FROM pg_stat_user_tables")) {
            Map<String, Long> scans = new HashMap<>();
            while (row.next()) {
                if (BULK.contains(row.getString(1))) {
                    scans.put(row.getString(1), row.getLong(2));
                }
            }
            return scans;
        }
    }

    private static Connection superuser() throws SQLException {
        return TestPostgres.connectAsSuperuser(ServiceTestResource.database().name());
    }
}
