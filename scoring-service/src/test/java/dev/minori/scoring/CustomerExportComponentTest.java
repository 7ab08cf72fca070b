package dev.minori.scoring;

import static dev.minori.scoring.ListedCustomers.HANAKO;
import static dev.minori.scoring.ListedCustomers.ICHIRO;
import static dev.minori.scoring.ListedCustomers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.scoring.customer.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class CustomerExportComponentTest {
    @Inject
    Story story;

    private ListedCustomers customers;

    @BeforeEach
    void aWorkspaceWithPeople() {
        customers = new ListedCustomers(story);
    }

    @AfterEach
    void everythingVisible() {
        TestSurroundings.AsTheTestSays.current = new Visibility.Everything();
    }

    @Test
    void anExportIsAFileThatSpreadsheetsOpen() {
        customers.add("=cmd|' /C calc'!A0", "カナ", "C-1", "活用", HANAKO, 120_000L, TODAY.plusMonths(8));
        customers.add("𠮷野, 「運輸」", null, "C-2", null, null, null, null);
        story.compute(customers.workspace());

        Response utf8 = customers.as("csm").header("Accept-Language", "ja").get("/api/v1/customers/export");
        assertThat(utf8.statusCode()).isEqualTo(200);
        assertThat(utf8.header("Content-Type")).isEqualToIgnoringCase("text/csv; charset=UTF-8");
        assertThat(utf8.header("Content-Disposition")).isEqualTo("attachment; filename=\"customers-2026-11-22.csv\"");
        assertThat(utf8.header("Minori-Replaced-Characters")).isEqualTo("0");
        String text = new String(utf8.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF会社名,会社名カナ,顧客コード,CS担当,");
        assertThat(text.lines().toList())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("'=cmd|' /C calc'!A0,カナ,C-1,佐藤花子,東日本,活用,")
                        .contains(",120000,JPY,,2027/07/21,契約終了日,,0,https://crm.example/"))
                .anySatisfy(line -> assertThat(line).startsWith("\"𠮷野, 「運輸」\",,C-2,,,,"));

        Response cp932 = customers.as("csm").get("/api/v1/customers/export?charset=cp932&q=運輸");
        assertThat(cp932.header("Minori-Replaced-Characters")).isEqualTo("1");
        assertThat(new String(cp932.asByteArray(), Charset.forName("windows-31j")))
                .startsWith("Name,Name in kana,")
                .contains("\"〓野, 「運輸」\"")
                .doesNotContain("cmd");
        customers.as("csm").get("/api/v1/customers/export?charset=utf-7").then().statusCode(400);
    }

    @Test
    void anExportHoldsEveryCustomerOnceAndOnlyThoseTheCallerSees() {
        for (int i = 0; i < 5; i++) {
            customers.add("顧客" + i, null, null, null, i == 0 ? HANAKO : ICHIRO, (long) i, null);
        }
        story.compute(customers.workspace());
        // More than a page of the export, from rows that exist.
        story.update(
                customers.workspace(),
                "INSERT INTO customer_summary SELECT (jsonb_populate_record(s, jsonb_build_object('customer_id',"
                        + " gen_random_uuid(), 'name', s.name || n))).* FROM customer_summary s, generate_series(1, 500) n");

        List<String> lines = new String(
                        customers
                                .as("csm")
                                .get("/api/v1/customers/export?sort=-mrr")
                                .asByteArray(),
                        StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(lines).hasSize(2505).doesNotHaveDuplicates();

        TestSurroundings.AsTheTestSays.current = new Visibility.OwnedBy(List.of(HANAKO));
        assertThat(new String(
                                customers
                                        .as("csm")
                                        .get("/api/v1/customers/export")
                                        .asByteArray(),
                                StandardCharsets.UTF_8)
                        .lines())
                .hasSize(502);
        customers.as("csm").get("/api/v1/customers").then().body("total.count", equalTo(501));
    }
}
