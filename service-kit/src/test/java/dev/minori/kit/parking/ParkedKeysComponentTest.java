package dev.minori.kit.parking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Plans;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What waits is listed whole, page by page. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class ParkedKeysComponentTest {
    private final UUID workspace = UUID.randomUUID();

    @Inject
    ParkingLot parking;

    @Test
    void everyKeyStandsOnOnePage() {
        List<String> parked = List.of("a", "b", "c", "d", "e");
        // In one transaction, so that all have waited equally long.
        WorkspaceContext.run(
                workspace,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> parked.reversed().forEach(this::park)));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().header("Authorization", "Bearer " + Tokens.of("admin", workspace, "admin"))
                    .get("/api/v1/parked-messages?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.key", String.class));
            assertThat(page.getList("items.waiting", Integer.class)).containsOnly(1);
            cursor = page.getString("nextCursor") == null ? null : "&cursor=" + page.getString("nextCursor");
        }

        assertThat(seen).containsExactlyElementsOf(parked);
    }

    @Test
    void aPageIsReadOffItsIndex() throws SQLException {
        assertThat(Plans.of(
                        workspace,
                        ParkingLot.BEHIND,
                        workspace,
                        OffsetDateTime.parse("2026-11-22T00:00:00Z"),
                        "a",
                        "b",
                        51))
                .contains("ix_parked_key_page")
                .doesNotContain("Sort");
    }

    private void park(String key) {
        parking.park("sample", key, "poison", "", new ParkingLot.Waiting(UUID.randomUUID(), new byte[0], "test"));
    }
}
