package dev.minori.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.OwnSourcesTrial;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What incremental reading cannot see is found by comparing: lost rows, lost changes, lost deletions. */
@SyncComponentTest
class ReconciliationComponentTest extends OwnSourcesTrial {

    @Test
    void whatIsTheSameIsFoundSoInOneCallAndWhatDiffersIsRepairedAndTold() {
        sources.createOrg("");
        List<String> ids = sources.addDeals(40);
        JsonPath load = loadDeals();
        assertThat(load.getLong("kept")).isEqualTo(40);
        assertThat(load.getLong("difference")).isZero();
        JsonPath whole =
                bench.admin().get("/api/v1/reconciliations?mappingId=" + deals).jsonPath();
        assertThat(whole.getString("items[0].method")).isEqualTo("full-read");
        assertThat(whole.getLong("items[0].expected")).isEqualTo(40);
        assertThat(whole.getList("items[0].findings")).isEmpty();

        long before = asked.asked("/query");
        JsonPath same = reconcile(deals);
        assertThat(same.getLong("expected")).isEqualTo(40);
        assertThat(same.getLong("kept")).isEqualTo(40);
        assertThat(same.getList("findings")).isEmpty();
        assertThat(same.getInt("windowsCompared")).isZero();
        assertThat(asked.asked("/query") - before).as("all windows in one call").isEqualTo(1);

        loseRow(ids.get(0));
        loseChange(ids.get(1));
        String phantom = ids.get(2).substring(0, 12) + "ZZZAAA";
        inventRow(ids.get(2), phantom);
        JsonPath repaired = reconcile(deals);

        assertThat(findings(repaired))
                .containsExactly(Map.entry("missing", 1), Map.entry("stale", 1), Map.entry("extra", 1));
        assertThat(repaired.getLong("expected")).isEqualTo(40);
        assertThat(repaired.getLong("difference")).isZero();
        assertThat(Inspection.texts(
                        "select count(*) from raw_record where workspace_id = ? and not deleted", workspace))
                .containsExactly("40");
        assertThat(Inspection.texts(
                        "select record_id from raw_record where workspace_id = ? and changed_at < '2021-01-01'",
                        workspace))
                .as("stale rows")
                .isEmpty();
        assertThat(Workbench.outbox(repaired.getString("id")).stream()
                        .flatMap(message ->
                                message.path("event").path("facts").findValuesAsText("sourceRecordId").stream()))
                .as("others learn of what was missing and of what is gone")
                .contains(ids.get(0), phantom);
        assertThat(reconcile(deals).getList("findings")).isEmpty();
    }

    @Test
    void whatLongTransactionsHeldBackAndWhatWasDeletedForGoodIsFoundOnceTheSourceVouchesForIt() {
        sources.createOrg("");
        List<String> ids = sources.addDeals(12);
        sources.control("PATCH", "/orgs/kakunin", "{\"coveredLag\": \"PT4H\"}");
        loadDeals();
        sources.earlier(Duration.ofHours(3), () -> sources.addDeals(1));
        sources.earlier(Duration.ofMinutes(5), () -> {
            sources.deleteDeal(ids.getFirst());
            sources.control("POST", "/orgs/kakunin/recyclebin/empty", "{}");
        });

        JsonPath unaware = bench.run(deals, "incremental");
        assertThat(unaware.getLong("counts.added")).as("stamped long before").isZero();
        assertThat(unaware.getLong("counts.removed")).as("in no recycle bin").isZero();

        sources.control("PATCH", "/orgs/kakunin", "{\"coveredLag\": \"PT0S\"}");
        Inspection.update(
                "update mapping_progress set assured_at = assured_at - interval '2 hours' where mapping_id = ?", deals);
        JsonPath assured = bench.run(deals, "incremental");

        assertThat(assured.getLong("counts.added")).as(assured.prettify()).isEqualTo(1);
        assertThat(assured.getLong("counts.removed")).as(assured.prettify()).isEqualTo(1);
        assertThat(bench.run(deals, "incremental").getLong("counts.added")).isZero();
    }

    @Test
    void aForgottenLogOfDeletionsLetsEverythingBeCompared() {
        sources.createOrg("");
        List<String> ids = sources.addDeals(12);
        loadDeals();
        sources.deleteDeal(ids.getFirst());
        sources.control("POST", "/orgs/kakunin/recyclebin/empty", "{}");
        sources.control("POST", "/orgs/kakunin/deletions/purge", "{}");
        Inspection.update(
                "update mapping_progress set assured_at = null, certain_until = now() - interval '1 hour'"
                        + " where mapping_id = ?",
                deals);
        bench.run(deals, "incremental");
        assertThat(Inspection.texts(
                        "select count(*) from mapping_progress where mapping_id = ? and reconciled_at is null", deals))
                .as("compared as soon as its turn comes")
                .containsExactly("1");

        JsonPath found = reconcile(deals);

        assertThat(findings(found)).containsExactly(Map.entry("extra", 1));
        assertThat(found.getLong("expected")).isEqualTo(11);
        assertThat(found.getLong("difference")).isZero();
    }

    @Test
    void aFormulaThatChangedWithoutItsRecordIsRead() {
        sources.createOrg(", {\"name\": \"Double__c\", \"label\": \"2倍\", \"type\": \"double\", \"precision\": 12,"
                + " \"scale\": 0, \"formula\": \"\\\"Amount__c\\\" * 2\"}");
        List<String> ids = sources.addDeals(12);
        loadDeals();
        Inspection.update(
                "update raw_record set hash = '\\x00', body = convert_to(replace(convert_from(body, 'UTF8'),"
                        + " '\"Double__c\":4,', '\"Double__c\":7,'), 'UTF8') where workspace_id = ? and record_id = ?",
                workspace,
                ids.get(1));

        assertThat(findings(reconcile(deals))).containsExactly(Map.entry("stale", 1));
        assertThat(findings(reconcile(deals))).isEmpty();
    }

    @Test
    void inKintoneARevisionThatWasNotReadAndADeletionAreFound() {
        sources.createApp();
        List<String> ids = sources.addShops(12);
        assertThat(loadShops().getLong("kept")).isEqualTo(12);
        sources.deleteShop(ids.getFirst());
        Inspection.update(
                "update raw_record set hash = '\\x00', body = convert_to(replace(convert_from(body, 'UTF8'),"
                        + " '\"$revision\":1', '\"$revision\":0'), 'UTF8') where workspace_id = ? and record_id = ?",
                workspace,
                ids.get(1));

        JsonPath found = reconcile(shops);

        assertThat(findings(found)).containsExactly(Map.entry("stale", 1), Map.entry("extra", 1));
        assertThat(found.getLong("expected")).isEqualTo(11);
        assertThat(found.getLong("difference")).isZero();
    }

    @Test
    void whoMaySeeIsToldAndWhoAsksForNothingKnownIsRefused() {
        bench.as("taro", "viewer").get("/api/v1/reconciliations").then().statusCode(200);
        bench.as("taro", "viewer")
                .body(Map.of("mappingId", deals))
                .post("/api/v1/reconciliations")
                .then()
                .statusCode(403);
        bench.admin()
                .body(Map.of("mappingId", UUID.randomUUID()))
                .post("/api/v1/reconciliations")
                .then()
                .statusCode(404);
        bench.admin().body(Map.of()).post("/api/v1/reconciliations").then().statusCode(400);
        bench.admin()
                .get("/api/v1/reconciliations/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static List<Map.Entry<String, Integer>> findings(JsonPath found) {
        List<String> kinds = found.getList("findings.kind", String.class);
        List<Integer> records = found.getList("findings.records", Integer.class);
        return java.util.stream.IntStream.range(0, kinds.size())
                .mapToObj(i -> Map.entry(kinds.get(i), records.get(i)))
                .toList();
    }

    private void loseRow(String id) {
        for (String table : List.of("raw_record", "fact_record")) {
            assertThat(Inspection.update(
                            "delete from " + table + " where workspace_id = ? and record_id = ?", workspace, id))
                    .isEqualTo(1);
        }
    }

    private void loseChange(String id) {
        Inspection.update(
                "update raw_record set changed_at = '2020-02-03T04:05:06Z', hash = '\\x00'"
                        + " where workspace_id = ? and record_id = ?",
                workspace,
                id);
    }

    private void inventRow(String like, String id) {
        Inspection.update("""
                insert into raw_record select workspace_id, connection_id, object_name, ?, version, hash, body, changed_at,
                  deleted, erased, read_at from raw_record where workspace_id = ? and record_id = ?
                """, id, workspace, like);
        Inspection.update("""
                insert into fact_record (workspace_id, mapping_id, record_id, fact_id, customer_id, raw_version,
                  mapping_version, source_version, fact_hash, removed, gone)
                select workspace_id, mapping_id, ?, gen_random_uuid(), customer_id, raw_version, mapping_version,
                  source_version, fact_hash, false, false
                from fact_record where workspace_id = ? and record_id = ?
                """, id, workspace, like);
    }
}
