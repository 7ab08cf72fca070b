package dev.minori.sync.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.OwnSources;
import dev.minori.sync.testing.OwnSourcesTrial;
import dev.minori.sync.testing.SyncComponentTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Before anything is read, an administrator sees what would be, what is missing and what it costs. */
@SyncComponentTest
class ConnectionCheckComponentTest extends OwnSourcesTrial {

    @Test
    void whatIsReadAndWhatIsNotAndWhatItCostsIsToldAndNothingIsKept() {
        sources.createOrg(", {\"name\": \"Mail__c\", \"label\": \"メールアドレス\", \"type\": \"email\"},"
                + " {\"name\": \"Pin__c\", \"label\": \"暗証番号\", \"type\": \"string\", \"length\": 10}");
        sources.addDeals(12);
        bench.connectSalesforce(org, asked.url(), OwnSources.CLIENT);

        JsonPath check = check(org, List.of("Deal__c", "Account"));

        assertThat(check.getList("objects.name", String.class)).containsExactly("Deal__c", "Account");
        assertThat(check.getLong("objects[0].records")).isEqualTo(12);
        assertThat(check.getList("objects[0].excludedFields", String.class))
                .containsExactlyInAnyOrder("Mail__c", "Pin__c");
        assertThat(check.getString("objects[0].fields.find { it.code == 'Mail__c' }.verdict"))
                .isEqualTo("personal");
        assertThat(check.getString("objects[0].fields.find { it.code == 'Pin__c' }.verdict"))
                .isEqualTo("secret");
        assertThat(check.getBoolean("objects[0].fields.find { it.code == 'Site__c' }.read"))
                .isTrue();
        assertThat(check.getBoolean("objects[1].visible")).isFalse();
        assertThat(check.getList("missing.object", String.class)).containsExactly("Account");
        assertThat(check.getList("writes")).isEmpty();
        assertThat(check.getLong("dailyLimit")).isPositive();
        assertThat(check.getDouble("percentOfLimit"))
                .isEqualTo(Math.round(check.getLong("callsPerDay") * 1000.0 / check.getLong("dailyLimit")) / 10.0);
        assertThat(check.getString("permissionSet"))
                .contains("<field>Deal__c.Site__c</field>", "<field>Account.Phase__c</field>")
                .doesNotContain("Pin__c", "Mail__c", "<field>Deal__c.Name</field>");
        assertThat(check.getLong("callsMade")).isEqualTo(asked.asked(""));
        assertThat(asked.asked("POST")).as("only the sign-in is no GET").isEqualTo(1);
        assertThat(Inspection.texts("select count(*) from raw_record where workspace_id = ?", workspace))
                .containsExactly("0");
        assertThat(bench.admin()
                        .get("/api/v1/connections/" + org + "/budget")
                        .jsonPath()
                        .getList("spentToday.purpose", String.class))
                .containsExactly("check");
    }

    @Test
    void aFieldThatAReadyMadeMappingNeedsAndTheUserCannotSeeIsNamed() {
        bench.connectSalesforce(org, asked.url(), "minori-demo");

        JsonPath check = check(org, List.of());

        assertThat(check.getList("objects.name", String.class)).contains("Account", "Contact", "Contract");
        assertThat(check.getList("missing")).as(check.prettify()).isEmpty();
        assertThat(check.getList("objects.find { it.name == 'Contact' }.excludedFields", String.class))
                .as("what the ready-made mapping of contacts is for is read")
                .doesNotContain("Email", "LastName");
    }

    @Test
    void everyAppOfAKintoneConnectionIsChecked() {
        sources.createApp();
        sources.addShops(3);
        OwnSources.connectShops(bench, domain, kintone);

        JsonPath check = check(domain, List.of());

        assertThat(check.getList("objects.label", String.class)).containsExactly("店舗");
        assertThat(check.getLong("objects[0].records")).isEqualTo(3);
        assertThat(check.getLong("dailyLimit")).isEqualTo(10_000);
        assertThat(check.getString("permissionSet")).isNull();
    }

    @Test
    void onlyWhoMayConnectMayCheck() {
        bench.as("taro", "manager")
                .body(Map.of("connectionId", UUID.randomUUID()))
                .post("/api/v1/connections/checks")
                .then()
                .statusCode(403);
        bench.admin()
                .body(Map.of("connectionId", UUID.randomUUID()))
                .post("/api/v1/connections/checks")
                .then()
                .statusCode(404);
        bench.admin().body(Map.of()).post("/api/v1/connections/checks").then().statusCode(400);
    }

    private JsonPath check(UUID connection, List<String> objects) {
        Map<String, Object> body = objects.isEmpty()
                ? Map.of("connectionId", connection)
                : Map.of("connectionId", connection, "objects", objects);
        return bench.admin()
                .body(body)
                .post("/api/v1/connections/checks")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
