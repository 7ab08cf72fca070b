package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.sql.Database;
import dev.minori.kit.testing.Inspection;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.RawRow;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.run.MappingRecords;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.testing.SyncComponentTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every chunk and every run asks of the database is found by key, however many rows an object has; statistics lag behind
 * a load, and a plan made for an empty table reads all of a full one each time.
 */
@SyncComponentTest
class LargeObjectComponentTest {
    private static final int KEPT = 60_000;

    private final UUID workspace = UUID.randomUUID();
    private final RawKey key = new RawKey(UUID.randomUUID(), "Account");

    @Inject
    RawStore raw;

    @Inject
    MappingRecords records;

    @Inject
    Database database;

    @Inject
    Transactions transactions;

    @Test
    void aChunkLandsWithoutReadingWhatIsKept() {
        Inspection.update("""
                insert into raw_record (workspace_id, connection_id, object_name, record_id, version, hash, body, deleted, read_at)
                select ?, ?, ?, 'kept-' || n, n, '\\x00', '\\x7b7d', false, now() from generate_series(1, ?) n
                """, workspace, key.connectionId(), key.objectName(), KEPT);
        Inspection.update("analyze raw_record");
        TreeMap<String, SourceValue> wide =
                new TreeMap<>(Map.of("Description", new SourceValue.Text("長い説明".repeat(200))));
        List<SourceRecord> chunk = IntStream.range(0, 100)
                .mapToObj(n -> new SourceRecord((n % 2 == 0 ? "kept-" : "new-") + (n + 1), null, false, wide))
                .toList();

        List<Long> scans = inWorkspace(() -> {
            raw.lock(key);
            assertThat(raw.land(key, chunk)).extracting(RawRow::version).hasSize(100);
            return scans("raw_record");
        });

        assertThat(scans).containsExactly(0L);
    }

    @Test
    void whetherAMappingHasRecordsIsKnownByItsFirst() {
        UUID other = UUID.randomUUID();
        UUID mapping = UUID.randomUUID();
        Inspection.update("""
                insert into fact_record (workspace_id, mapping_id, record_id, fact_id, customer_id, raw_version, mapping_version,
                  source_version, fact_hash, removed)
                select ?, ?, 'r' || n, gen_random_uuid(), gen_random_uuid(), n, 1, n, '\\x00', false from generate_series(1, ?) n
                """, workspace, other, KEPT);
        Inspection.update("""
                insert into fact_record (workspace_id, mapping_id, record_id, fact_id, customer_id, raw_version, mapping_version,
                  source_version, fact_hash, removed)
                values (?, ?, 'r', gen_random_uuid(), gen_random_uuid(), 1, 1, 1, '\\x00', false)
                """, workspace, mapping);
        Inspection.update("analyze fact_record");

        List<Long> scans = inWorkspace(() -> {
            // After some times the database keeps a plan that knows nothing of the mapping asked for.
            for (int time = 0; time < 15; time++) {
                assertThat(records.hasAny(mapping)).isTrue();
            }
            assertThat(records.hasAny(UUID.randomUUID())).isFalse();
            return scans("fact_record");
        });

        assertThat(scans).containsExactly(0L);
    }

    /** How often the current transaction has read a table from end to end. */
    private List<Long> scans(String table) {
        return database.query(
                "select seq_scan from pg_stat_xact_user_tables where relname = ?",
                row -> row.number("seq_scan"),
                table);
    }

    private List<Long> inWorkspace(Supplier<List<Long>> work) {
        return WorkspaceContext.call(workspace, () -> transactions.call(work::get));
    }
}
