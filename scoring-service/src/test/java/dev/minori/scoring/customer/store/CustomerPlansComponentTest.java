package dev.minori.scoring.customer.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.HealthBand;
import dev.minori.kit.sql.Database;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.platform.testing.TestPostgres;
import dev.minori.scoring.customer.CustomerFilter;
import dev.minori.scoring.customer.CustomerList.Position;
import dev.minori.scoring.customer.CustomerSort;
import dev.minori.scoring.customer.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How PostgreSQL reads the list, asked as the application's role: its policies decide which indexes it may use. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class CustomerPlansComponentTest {
    private static final UUID WORKSPACE = UUID.fromString("0190a000-0000-7000-8000-00000000c001");
    private static final UUID OWNER = UUID.fromString("00000000-0000-0000-0000-000000000007");

    @Inject
    Database database;

    @Inject
    UserTransaction transaction;

    @BeforeAll
    static void manyCustomers() throws Exception {
        try (Connection superuser = TestPostgres.connectAsSuperuser(
                        ServiceTestResource.database().name());
                Statement statement = superuser.createStatement()) {
            for (UUID workspace : List.of(WORKSPACE, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID())) {
                statement.execute(ManyCustomers.insert(workspace, 10_000));
            }
            statement.execute("VACUUM (ANALYZE) customer_summary");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, s.name", "KANA, s.kana_order", "CODE, s.customer_code", "OWNER, s.owner_name", "TEAM, s.team_name",
        "PHASE, s.phase", "BAND, s.band_order", "POINTS, s.points", "POINTS_CHANGE, s.points_change",
                "MRR, s.mrr_minor",
        "NEXT_DATE, s.next_date", "LAST_CONTACT, s.last_contact_at", "OPEN_TICKETS, s.open_tickets"
    })
    void everySortIsReadOffItsIndexBothWays(CustomerSort.Column column, String sql) {
        for (boolean descending : List.of(false, true)) {
            CustomerSort sort = new CustomerSort(column, descending);
            Position middle = middle(sql);
            for (CustomerQuery query : List.of(
                    CustomerQuery.known(
                            WORKSPACE, CustomerFilter.none(), sort, List.of(), new Visibility.Everything(), null, 51),
                    CustomerQuery.known(
                            WORKSPACE, CustomerFilter.none(), sort, List.of(), new Visibility.Everything(), middle, 51),
                    CustomerQuery.unknown(
                            WORKSPACE,
                            CustomerFilter.none(),
                            sort,
                            List.of(),
                            new Visibility.Everything(),
                            null,
                            51))) {
                String plan = plan(query);
                assertThat(plan).doesNotContain("Seq Scan");
                // A column that is never null has no unknown rows: PostgreSQL reads nothing at all.
                if (!plan.contains("One-Time Filter: false")) {
                    assertThat(plan).contains("ix_customer_summary_").doesNotContain("Sort");
                }
            }
        }
    }

    @Test
    void aFilterByOwnerReadsHisCustomersOnly() {
        CustomerFilter mine =
                new CustomerFilter(List.of(), List.of(), List.of(OWNER), false, null, null, null, null, null);
        assertThat(plan(CustomerQuery.known(
                        WORKSPACE, mine, CustomerSort.BY_NAME, List.of(), new Visibility.Everything(), null, 51)))
                .contains("ix_customer_summary_member")
                .doesNotContain("Seq Scan");
        assertThat(plan(CustomerQuery.known(
                        WORKSPACE,
                        CustomerFilter.none(),
                        CustomerSort.BY_NAME,
                        List.of(),
                        new Visibility.OwnedBy(List.of(OWNER)),
                        null,
                        51)))
                .contains("ix_customer_summary_member");
    }

    @Test
    void countingReadsOneWorkspaceOffAnIndex() {
        assertThat(plan(CustomerQuery.count(
                        WORKSPACE, CustomerFilter.none(), List.of(), new Visibility.Everything(), 100_001)))
                .contains("ix_customer_summary_")
                .doesNotContain("Seq Scan");
        CustomerFilter atRisk =
                new CustomerFilter(List.of(HealthBand.AT_RISK), List.of(), null, false, null, null, null, null, null);
        assertThat(plan(CustomerQuery.count(WORKSPACE, atRisk, List.of(), new Visibility.Everything(), 100_001)))
                .contains("Index");
    }

    private Position middle(String column) {
        return inWorkspace(() -> database.one(
                        "SELECT " + column
                                + "::text AS v, s.customer_id FROM customer_summary s WHERE s.workspace_id = ? AND "
                                + column + " IS NOT NULL ORDER BY " + column + ", s.customer_id OFFSET 5000 LIMIT 1",
                        row -> new Position(row.text("v"), row.uuid("customer_id")),
                        WORKSPACE)
                .orElseThrow());
    }

    private String plan(CustomerQuery query) {
        return inWorkspace(() -> String.join(
                "\n",
                database.query("EXPLAIN (COSTS OFF) " + query.sql(), row -> row.text("QUERY PLAN"), query.values())));
    }

    private <T> T inWorkspace(Supplier<T> work) {
        return WorkspaceContext.call(WORKSPACE, () -> {
            try {
                transaction.begin();
                try {
                    return work.get();
                } finally {
                    transaction.rollback();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
