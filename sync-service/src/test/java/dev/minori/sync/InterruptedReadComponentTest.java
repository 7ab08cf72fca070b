package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.run.Saboteur;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Tampering;
import dev.minori.sync.testing.Workbench;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens while a run is under way, or broken off, is neither forgotten nor noted as done. */
@SyncComponentTest
class InterruptedReadComponentTest {
    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID mapping = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @ConfigProperty(name = "test.kintone.url")
    String kintone;

    @AfterEach
    void repair() {
        Saboteur.set(_ -> {});
        Inspection.update("delete from run_ticket where workspace_id = ?", workspace);
    }

    @Test
    void aKintoneReadThatWasBrokenOffGoesOnAndWhatChangedMeanwhileComesNext() {
        bench.createWorkspace("株式会社とちゅう");
        bench.connectKintone(connection, kintone);
        AtomicInteger landings = new AtomicInteger();
        Saboteur.set(counts -> {
            if (counts.read() > 0 && landings.incrementAndGet() == 2) {
                edit("1", "読み込みの途中で書き換えました。");
                throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
            }
        });
        bench.publish(mapping, "kintone-survey-response.yaml");

        JsonPath whole = bench.firstRun(mapping);

        assertThat(landings).as("broken off behind the first page").hasValueGreaterThan(2);
        assertThat(whole.getLong("counts.read")).isEqualTo(whole.getLong("expected"));
        assertThat(Inspection.texts("select count(*) from raw_record where workspace_id = ?", workspace))
                .containsExactly(String.valueOf(whole.getLong("counts.read")));

        bench.run(mapping, "incremental");

        assertThat(Inspection.texts("""
                        select record_id from raw_record
                        where workspace_id = ? and position(convert_to('読み込みの途中で', 'UTF8') in body) > 0
                        """, workspace)).containsExactly("1");
    }

    @Test
    void aRunDoesNotNoteAWideReadThatOnlyBecameDueWhileItRan() {
        try (Tampering source = new Tampering(salesforce)) {
            bench.createWorkspace("株式会社とちゅう");
            bench.connectSalesforce(connection, source.url(), "minori-demo");
            bench.publish(mapping, "salesforce-account.yaml");
            bench.firstRun(mapping);
            AtomicBoolean due = new AtomicBoolean();
            source.with((request, answer) -> {
                if (request.contains("/queryAll") && due.compareAndSet(false, true)) {
                    Inspection.update("""
                            update mapping_progress set wide_read_at = '2026-01-01Z', id_scan_at = '2026-01-01Z'
                            where mapping_id = ?
                            """, mapping);
                }
                return answer.answer();
            });

            bench.run(mapping, "incremental");

            assertThat(due).isTrue();
            assertThat(Inspection.texts(
                            "select mapping_id from mapping_progress where wide_read_at = '2026-01-01Z'"
                                    + " and id_scan_at = '2026-01-01Z' and mapping_id = ?",
                            mapping))
                    .as("the next run has them before it")
                    .hasSize(1);

            bench.run(mapping, "incremental");

            assertThat(Inspection.texts(
                            "select mapping_id from mapping_progress where wide_read_at > '2026-01-01Z'"
                                    + " and id_scan_at > '2026-01-01Z' and mapping_id = ?",
                            mapping))
                    .hasSize(1);
        }
    }

    private void edit(String id, String comment) {
        RestAssured.given()
                .header("X-Cybozu-API-Token", "demo-token-all")
                .contentType(ContentType.JSON)
                .body(Map.of("app", 2, "id", id, "record", Map.of("コメント", Map.of("value", comment))))
                .put(kintone + "/k/v1/record.json")
                .then()
                .statusCode(200);
    }
}
