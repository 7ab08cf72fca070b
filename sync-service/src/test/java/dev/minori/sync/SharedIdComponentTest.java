package dev.minori.sync;

import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whoever makes a connection chooses its id: two workspaces that choose the same one share nothing. */
@SyncComponentTest
class SharedIdComponentTest {
    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @Test
    void aConnectionWithTheIdOfAnotherWorkspacesSignsInByItself() {
        UUID id = UUID.randomUUID();
        Workbench owner = new Workbench(UUID.randomUUID());
        owner.createWorkspace("株式会社もちぬし");
        owner.connectSalesforce(id, salesforce, "minori-demo");
        owner.admin().get("/api/v1/connections/" + id + "/objects").then().statusCode(200);

        Workbench stranger = new Workbench(UUID.randomUUID());
        stranger.createWorkspace("株式会社よそもの");
        stranger.connectSalesforce(id, salesforce, "nobody");

        stranger.admin().get("/api/v1/connections/" + id + "/objects").then().statusCode(422);
        owner.admin().get("/api/v1/connections/" + id + "/objects").then().statusCode(200);
    }
}
