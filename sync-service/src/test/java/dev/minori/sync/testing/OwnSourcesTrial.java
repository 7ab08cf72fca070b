package dev.minori.sync.testing;

import dev.minori.kit.testing.Inspection;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A workspace that reads an org and an app of its own. */
public abstract class OwnSourcesTrial {
    protected final UUID workspace = UUID.randomUUID();
    protected final UUID org = UUID.randomUUID();
    protected final UUID domain = UUID.randomUUID();
    protected final UUID deals = UUID.randomUUID();
    protected final UUID shops = UUID.randomUUID();
    protected final Workbench bench = new Workbench(workspace);
    protected OwnSources sources;
    protected Tampering asked;

    @ConfigProperty(name = "test.salesforce.url")
    protected String salesforce;

    @ConfigProperty(name = "test.kintone.url")
    protected String kintone;

    @BeforeEach
    void open() {
        sources = new OwnSources(salesforce, kintone);
        asked = new Tampering(salesforce);
        bench.createWorkspace("株式会社つきあわせ");
    }

    @AfterEach
    void close() {
        asked.close();
        Inspection.update("delete from run_ticket where workspace_id = ?", workspace);
        Inspection.update("delete from outbox_message where workspace_id = ?", workspace);
    }

    /** Loads the org's deals. */
    protected final JsonPath loadDeals() {
        bench.connectSalesforce(org, asked.url(), OwnSources.CLIENT);
        bench.publishDocument(deals, OwnSources.DEALS);
        return bench.firstRun(deals);
    }

    /** Loads the app's shops. */
    protected final JsonPath loadShops() {
        OwnSources.connectShops(bench, domain, kintone);
        bench.publishDocument(shops, OwnSources.SHOPS);
        return bench.firstRun(shops);
    }

    /** Has everything of a mapping compared and gives what was found. */
    protected final JsonPath reconcile(UUID mapping) {
        String id = bench.admin()
                .body(Map.of("mappingId", mapping))
                .post("/api/v1/reconciliations")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");
        bench.succeeded(id);
        return bench.admin().get("/api/v1/reconciliations/" + id).jsonPath();
    }
}
