package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.testing.Follower;
import dev.minori.kit.testing.Inspection;
import dev.minori.kit.testing.Tokens;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two mappings that read one object through different filters do not take each other's records away. */
@SyncComponentTest
class SharedObjectComponentTest {
    private static final String UP_TO_9 = "CustomerCode__c LIKE 'C-0000%'";
    private static final String FROM_10_TO_19 = "CustomerCode__c LIKE 'C-0001%'";
    private static final String UP_TO_99 = "CustomerCode__c LIKE 'C-000%'";

    private static final Duration LONG = Duration.ofSeconds(60);

    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @BeforeEach
    void open() {
        bench.createWorkspace("株式会社わけあう");
        bench.connectSalesforce(connection, salesforce, "minori-demo");
    }

    @AfterEach
    void leaveNothingToDo() {
        Inspection.update("delete from run_ticket where workspace_id = ?", workspace);
        Inspection.update("delete from outbox_message where workspace_id = ?", workspace);
    }

    @Test
    void aFullRunRemovesNothingThatOnlyTheOtherMappingReads() {
        bench.publishAccounts(one, "前半", UP_TO_9);
        assertThat(bench.firstRun(one).getLong("counts.added")).isEqualTo(9);
        bench.publishAccounts(other, "後半", FROM_10_TO_19);
        JsonPath first = bench.firstRun(other);
        assertThat(first.getLong("counts.added")).isEqualTo(10);
        assertThat(first.getLong("counts.removed")).as(first.prettify()).isZero();

        for (UUID mapping : List.of(one, other)) {
            JsonPath full = bench.run(mapping, "full");
            assertThat(full.getLong("counts.removed")).as(full.prettify()).isZero();
            assertThat(full.getLong("counts.unchanged")).isEqualTo(full.getLong("counts.read"));
        }
        assertThat(present()).isEqualTo(19);
    }

    @Test
    void rowsThatTheOtherMappingReadAreNotToldByThisOne() {
        bench.publishAccounts(one, "前半", UP_TO_9);
        bench.firstRun(one);
        bench.publishAccounts(other, "後半", FROM_10_TO_19);
        bench.firstRun(other);

        JsonPath remapped = bench.run(one, "remap");
        JsonPath republished = bench.run(one, "republish");

        assertThat(remapped.getLong("counts.read")).as(remapped.prettify()).isEqualTo(9);
        assertThat(facts(republished)).hasSize(9);
    }

    @Test
    void whatLeavesOneFilterIsGoneOnlyWhenNoOtherMappingTellsIt() {
        bench.publishAccounts(one, "全体", UP_TO_99);
        bench.firstRun(one);
        bench.publishAccounts(other, "前半", UP_TO_9);
        bench.firstRun(other);

        bench.publishAccounts(one, "全体", FROM_10_TO_19);
        JsonPath narrowed = bench.succeeded(bench.newestRun(one));

        assertThat(facts(narrowed))
                .as("89 left the filter, the other mapping still tells 9 of them")
                .hasSize(80);
        assertThat(facts(narrowed)).allMatch(fact -> fact.path("removed").asBoolean());
        assertThat(narrowed.getLong("counts.removed")).isEqualTo(80);
        assertThat(present()).isEqualTo(19);

        JsonPath full = bench.run(other, "full");
        assertThat(full.getLong("counts.unchanged")).as(full.prettify()).isEqualTo(9);

        bench.publishAccounts(other, "前半", "CustomerCode__c = 'C-00001'");
        JsonPath last = bench.succeeded(bench.newestRun(other));
        assertThat(last.getLong("counts.removed")).as(last.prettify()).isEqualTo(8);
        assertThat(facts(last)).hasSize(8).allMatch(fact -> fact.path("removed").asBoolean());
        assertThat(present()).isEqualTo(11);
    }

    @Test
    void whatComesBackIntoAFilterIsToldAgain() {
        bench.publishAccounts(one, "全体", UP_TO_99);
        bench.firstRun(one);
        bench.publishAccounts(other, "全体の控え", UP_TO_99);
        bench.firstRun(other);
        bench.publishAccounts(one, "全体", UP_TO_9);
        bench.succeeded(bench.newestRun(one));

        bench.publishAccounts(one, "全体", UP_TO_99);
        JsonPath widened = bench.succeeded(bench.newestRun(one));

        assertThat(widened.getLong("counts.added")).as(widened.prettify()).isEqualTo(90);
        assertThat(widened.getLong("counts.unchanged")).isEqualTo(9);
    }

    @Test
    void runsAreFoundByKindStateConnectionAndByWhatTheyChanged() {
        bench.publishAccounts(one, "前半", UP_TO_9);
        String first = bench.firstRun(one).getString("id");
        String quiet = bench.run(one, "incremental").getString("id");
        String full = bench.run(one, "full").getString("id");

        assertThat(runs("")).containsExactly(full, quiet, first);
        assertThat(runs("&kind=full")).containsExactly(full, first);
        assertThat(runs("&kind=incremental&state=succeeded")).containsExactly(quiet);
        assertThat(runs("&state=failed")).isEmpty();
        assertThat(runs("&withChanges=true")).containsExactly(first);
        assertThat(runs("&connectionId=" + connection)).hasSize(3);
        assertThat(runs("&connectionId=" + UUID.randomUUID())).isEmpty();
        bench.admin().get("/api/v1/sync-runs?kind=half").then().statusCode(400);
    }

    @Test
    void screensAreToldOfRunsAndMappingsAndStrangersAreNot() {
        try (Follower follower = new Follower(RestAssured.port, token(workspace, "integrator"), null);
                Follower stranger = new Follower(RestAssured.port, token(UUID.randomUUID(), "admin"), null);
                Follower csm = new Follower(RestAssured.port, token(workspace, "csm"), null)) {
            assertThat(csm.status()).isEqualTo(403);
            for (Follower each : List.of(follower, stranger)) {
                await().atMost(LONG).until(() -> each.heard("ready"));
            }
            bench.publishAccounts(one, "前半", UP_TO_9);
            String run = bench.firstRun(one).getString("id");

            await().atMost(LONG).untilAsserted(() -> {
                assertThat(follower.changes("mapping")).anyMatch(data -> data.contains(one.toString()));
                assertThat(follower.changes("sync-run"))
                        .as("it waits, it runs, it has read, it has succeeded")
                        .filteredOn(data -> data.contains(run))
                        .hasSizeGreaterThanOrEqualTo(4);
            });
            assertThat(stranger.changes("sync-run")).isEmpty();
        }
    }

    private List<String> runs(String filter) {
        return bench.admin()
                .get("/api/v1/sync-runs?mappingId=" + one + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static String token(UUID workspace, String role) {
        return Tokens.of("renkei", workspace, role);
    }

    @Test
    void aFieldThatOneMappingExcludesIsKeptForTheOtherThatReadsTheRecord() {
        bench.publishAccounts(one, "電話なし", UP_TO_99, "Phone");
        bench.firstRun(one);
        assertThat(holding("raw_record", "Phone")).isZero();
        bench.publishAccounts(other, "住所なし", UP_TO_9, "BillingStreet");
        bench.firstRun(other);
        long versions = rows("raw_history", "true");

        for (UUID mapping : List.of(one, other)) {
            JsonPath full = bench.run(mapping, "full");
            assertThat(full.getLong("counts.changed")).as(full.prettify()).isZero();
        }

        assertThat(holding("raw_record", "Phone")).isEqualTo(9);
        assertThat(holding("raw_record", "BillingStreet")).isEqualTo(99);
        assertThat(rows("raw_history", "true"))
                .as("neither run undoes what the other wrote")
                .isEqualTo(versions);
    }

    @Test
    void aFieldThatTheLastMappingExcludesAsWellIsForgottenWithItsHistory() {
        bench.publishAccounts(one, "電話なし", UP_TO_99, "Phone");
        bench.firstRun(one);
        bench.publishAccounts(other, "前半", UP_TO_9);
        bench.firstRun(other);
        assertThat(holding("raw_history", "Phone")).isEqualTo(9);

        bench.publishAccounts(other, "前半", UP_TO_9, "Phone", "BillingStreet");
        bench.succeeded(bench.newestRun(other));

        assertThat(holding("raw_record", "Phone")).isZero();
        assertThat(holding("raw_history", "Phone")).isZero();
        assertThat(holding("raw_record", "BillingStreet"))
                .as("the other mapping still reads it")
                .isEqualTo(99);
    }

    private long holding(String table, String field) {
        return rows(table, "position('\"" + field + "\":' in convert_from(body, 'UTF8')) > 0");
    }

    private long rows(String table, String condition) {
        return Long.parseLong(Inspection.texts(
                        "select count(*) from " + table + " where workspace_id = ? and " + condition, workspace)
                .getFirst());
    }

    private static List<JsonNode> facts(JsonPath run) {
        List<JsonNode> facts = new ArrayList<>();
        Workbench.outbox(run.getString("id"))
                .forEach(message -> message.path("event").path("facts").forEach(facts::add));
        return facts;
    }

    private long present() {
        return rows("raw_record", "not deleted");
    }
}
