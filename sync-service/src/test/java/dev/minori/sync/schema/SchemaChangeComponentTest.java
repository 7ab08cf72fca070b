package dev.minori.sync.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.sync.testing.OwnSourcesTrial;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A source whose fields change says so before anything is lost by it. */
@SyncComponentTest
class SchemaChangeComponentTest extends OwnSourcesTrial {

    @Test
    void aMappedFieldThatVanishesIsNamedWithWhatItFillsAndEmptiesNothing() {
        sources.createOrg("");
        sources.addDeals(12);
        loadDeals();
        assertThat(changes(org).getList("items")).as("nothing to compare with").isEmpty();

        sources.hide("Site__c");
        JsonPath run = bench.ended(bench.request(deals, "full"));

        assertThat(run.getString("state")).isEqualTo("failed");
        assertThat(run.getString("error.code")).isEqualTo("source-refused");
        assertThat(Workbench.outbox(run.getString("id"))).as("no nulls").isEmpty();
        JsonPath changes = changes(org);
        assertThat(changes.getList("items.kind", String.class)).containsExactly("removed");
        assertThat(changes.getString("items[0].field")).isEqualTo("Site__c");
        assertThat(changes.getList("items[0].effects[0].uses", String.class)).containsExactly("website");
        assertThat(changes.getString("items[0].message.ja")).isEqualTo("「サイト」が削除されたか、見えなくなりました。影響: 商談 → 顧客(website)");

        sources.hide();
        assertThat(bench.run(deals, "full").getLong("counts.unchanged")).isEqualTo(12);
        assertThat(changes(org).getList("items.kind", String.class)).containsExactly("added", "removed");
    }

    @Test
    void kintoneThatKeepsSilentAboutAFieldThatIsGoneDoesNotEmptyItEither() {
        sources.createApp();
        sources.addShops(12);
        loadShops();
        sources.removeSiteFromApp();
        sources.addShops(1);

        JsonPath unaware = bench.ended(bench.request(shops, "incremental"));
        assertThat(unaware.getString("error.code")).as(unaware.prettify()).isEqualTo("source-refused");
        List<JsonNode> told = Workbench.outbox(unaware.getString("id"));
        assertThat(told).isEmpty();

        JsonPath aware = bench.ended(bench.request(shops, "incremental"));
        assertThat(aware.getString("error.code")).isEqualTo("source-refused");
        JsonPath changes = changes(domain);
        assertThat(changes.getString("items[0].kind")).isEqualTo("removed");
        assertThat(changes.getString("items[0].field")).isEqualTo("サイト");
        assertThat(changes.getList("items[0].effects.mappingName", String.class))
                .containsExactly("店舗 → 顧客");
    }

    @Test
    void onlyWhoMaySeeConnectionsSeesTheirChanges() {
        bench.as("taro", "csm")
                .get("/api/v1/connections/" + UUID.randomUUID() + "/schema-changes")
                .then()
                .statusCode(403);
        bench.as("taro", "manager")
                .get("/api/v1/connections/" + UUID.randomUUID() + "/schema-changes")
                .then()
                .statusCode(404);
    }

    private JsonPath changes(UUID connection) {
        return bench.admin()
                .get("/api/v1/connections/" + connection + "/schema-changes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
