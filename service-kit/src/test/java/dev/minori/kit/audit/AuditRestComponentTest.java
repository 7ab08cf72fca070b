package dev.minori.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The trail as an admin reads it. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class AuditRestComponentTest {
    private final UUID workspace = UUID.randomUUID();

    @Inject
    Audit audit;

    @Test
    void entriesAreReadNewestFirstPageByPage() {
        for (int i = 1; i <= 5; i++) {
            record("mapping-published", "mapping", "m-" + i);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page =
                    get("/api/v1/audit-entries?limit=2&cursor=" + cursor).jsonPath();
            seen.addAll(page.getList("items.subjectId"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(seen).containsExactly("m-5", "m-4", "m-3", "m-2", "m-1");

        JsonPath newest = get("/api/v1/audit-entries?limit=1").jsonPath();
        assertThat(newest.getString("items[0].actor")).isEqualTo("system");
        assertThat(newest.getString("items[0].action")).isEqualTo("mapping-published");
        assertThat(newest.getString("items[0].details.name")).isEqualTo("取引先 m-5");
    }

    @Test
    void filtersAreAllKept() {
        record("mapping-published", "mapping", "m-1");
        record("mapping-published", "mapping", "m-2");
        record("connection-created", "connection", "m-1");
        assertThat(subjects("action=mapping-published")).containsExactly("m-2", "m-1");
        assertThat(subjects("subjectType=mapping&subjectId=m-1")).containsExactly("m-1");
        assertThat(subjects("actor=hanako")).isEmpty();
        assertThat(subjects("actor=system")).hasSize(3);

        List<String> instants = get("/api/v1/audit-entries").jsonPath().getList("items.recordedAt");
        assertThat(subjects("from=" + instants.get(1))).hasSize(2);
        assertThat(subjects("to=" + instants.get(1))).hasSize(1);
        assertThat(subjects("from=" + Instant.parse(instants.getFirst()).plusSeconds(1)))
                .isEmpty();
        assertThat(get("/api/v1/audit-entries?from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void cursorOfAnotherFilterIsRefused() {
        record("mapping-published", "mapping", "m-1");
        record("mapping-published", "mapping", "m-2");
        String cursor = get("/api/v1/audit-entries?limit=1").jsonPath().getString("nextCursor");
        Response answer = get("/api/v1/audit-entries?limit=1&action=mapping-published&cursor=" + cursor);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("type")).endsWith("/invalid-cursor");
    }

    @Test
    void onlyAdminsOfTheWorkspaceReadIt() {
        record("mapping-published", "mapping", "m-1");
        for (String path : List.of("/api/v1/audit-entries", "/api/v1/audit-trail/verification")) {
            for (String role : List.of("viewer", "csm", "manager", "cs-ops", "integrator", "service")) {
                assertThat(as(workspace, role, path).statusCode()).as(role).isEqualTo(403);
            }
        }
        UUID other = UUID.randomUUID();
        assertThat(as(other, "admin", "/api/v1/audit-entries").jsonPath().getList("items"))
                .isEmpty();
        JsonPath theirs = as(other, "admin", "/api/v1/audit-trail/verification").jsonPath();
        assertThat(theirs.getBoolean("holds")).isTrue();
        assertThat(theirs.getLong("sealedEntries")).isZero();
    }

    @Test
    void verificationTellsWhereTheChainBreaks() {
        for (int i = 1; i <= 3; i++) {
            record("mapping-published", "mapping", "m-" + i);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(verification().getLong("sealedEntries")).isEqualTo(3));
        assertThat(verification().getBoolean("holds")).isTrue();
        assertThat(verification().getLong("unsealedEntries")).isZero();

        assertThat(Inspection.update(
                        "update audit_entry set actor = 'somebody-else' where workspace_id = ? and sequence = 2",
                        workspace))
                .isEqualTo(1);
        JsonPath broken = verification();
        assertThat(broken.getBoolean("holds")).isFalse();
        assertThat(broken.getInt("findings[0].sequence")).isEqualTo(2);
        assertThat(broken.getString("findings[0].what")).isEqualTo("changed");
        assertThat(broken.getString("findings[0].entryId")).hasSize(36);
    }

    private JsonPath verification() {
        return get("/api/v1/audit-trail/verification").jsonPath();
    }

    private List<String> subjects(String query) {
        Response answer = get("/api/v1/audit-entries?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("items.subjectId");
    }

    private Response get(String path) {
        return as(workspace, "admin", path);
    }

    private static Response as(UUID workspace, String role, String path) {
        return given().header("Authorization", "Bearer " + Tokens.of("admin", workspace, role))
                .header("Minori-Workspace", workspace.toString())
                .get(path);
    }

    private void record(String action, String subjectType, String subjectId) {
        WorkspaceContext.run(
                workspace,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> audit.record(action, subjectType, subjectId, Map.of("name", "取引先 " + subjectId))));
    }
}
