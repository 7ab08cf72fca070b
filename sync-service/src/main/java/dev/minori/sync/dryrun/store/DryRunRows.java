package dev.minori.sync.dryrun.store;

import dev.minori.kit.problem.Wording;
import dev.minori.kit.sql.Row;
import dev.minori.sync.dryrun.DryRunRow;
import dev.minori.sync.dryrun.Outcome;
import dev.minori.sync.mapping.Rejection;
import org.jspecify.annotations.Nullable;

/** Rows of dry runs, from columns. */
final class DryRunRows {
    private DryRunRows() {}

    static DryRunRow.Numbered read(Row row) {
        return new DryRunRow.Numbered(
                row.number("number"),
                new DryRunRow(
                        row.text("record_id"),
                        row.findText("record_url"),
                        Outcome.find(row.text("outcome")).orElseThrow(),
                        row.findUuid("customer_id"),
                        ChangesJson.read(row.text("changes")),
                        rejection(row)));
    }

    private static @Nullable Rejection rejection(Row row) {
        String reason = row.findText("reason");
        return reason == null
                ? null
                : new Rejection(
                        reason,
                        row.findText("field"),
                        row.findText("sample"),
                        new Wording(row.text("detail_ja"), row.text("detail_en")));
    }
}
