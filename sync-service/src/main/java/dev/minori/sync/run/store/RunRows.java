package dev.minori.sync.run.store;

import dev.minori.kit.problem.Wording;
import dev.minori.kit.sql.Row;
import dev.minori.sync.run.RunCounts;
import dev.minori.sync.run.RunDecision;
import dev.minori.sync.run.RunKind;
import dev.minori.sync.run.RunPhase;
import dev.minori.sync.run.RunState;
import dev.minori.sync.run.SyncRun;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads runs out of rows. */
final class RunRows {
    private RunRows() {}

    private static @Nullable RunDecision decision(Row row) {
        Boolean countsSeen = row.findFlag("counts_seen");
        if (countsSeen == null) {
            return null;
        }
        Instant at = row.findInstant("decided_at");
        // Begun by a version that kept only this much of it.
        return at == null
                ? new RunDecision(countsSeen, false, false, row.instant("requested_at"))
                : new RunDecision(countsSeen, row.flag("reads_wide"), row.flag("scans_ids"), at);
    }

    static SyncRun run(Row row) {
        String errorJa = row.findText("error_ja");
        String errorEn = row.findText("error_en");
        return new SyncRun(
                row.uuid("id"),
                row.uuid("connection_id"),
                row.uuid("mapping_id"),
                row.integer("mapping_version"),
                row.text("object_name"),
                RunKind.find(row.text("kind")).orElseThrow(),
                RunState.of(row.text("state")),
                row.flag("first_load"),
                RunPhase.valueOf(row.text("phase").toUpperCase(Locale.ROOT)),
                row.findText("resume_at"),
                new RunCounts(
                        row.number("read_count"),
                        row.number("added_count"),
                        row.number("changed_count"),
                        row.number("unchanged_count"),
                        row.number("removed_count"),
                        row.number("rejected_count")),
                row.number("api_calls"),
                row.findInstant("watermark_before"),
                row.findInstant("watermark_after"),
                row.instant("requested_at"),
                row.findInstant("started_at"),
                row.findInstant("finished_at"),
                row.findText("error_code"),
                errorJa == null || errorEn == null ? null : new Wording(errorJa, errorEn),
                decision(row),
                row.flag("removals_confirmed"),
                row.number("held_count"),
                row.findNumber("expected_count"),
                row.number("released_count"),
                row.findNumber("kept_count"),
                row.findInstant("certain_until"));
    }
}
