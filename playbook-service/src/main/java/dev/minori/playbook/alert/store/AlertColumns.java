package dev.minori.playbook.alert.store;

import dev.minori.kit.sql.Row;
import dev.minori.playbook.alert.Alert;
import dev.minori.playbook.alert.AlertState;
import dev.minori.playbook.alert.Severity;
import dev.minori.playbook.text.LocalText;

/** How an alert stands in {@code alert}. */
final class AlertColumns {
    private AlertColumns() {}

    static Alert read(Row row) {
        return new Alert(
                row.uuid("id"),
                row.uuid("rule_id"),
                row.integer("rule_version"),
                row.uuid("customer_id"),
                row.text("subject_dataset"),
                row.uuid("subject_fact_id"),
                row.findText("subject_label"),
                row.integer("episode"),
                Severity.of(row.text("severity")),
                new LocalText(row.text("title_ja"), row.text("title_en")),
                row.text("state").equals("open")
                        ? new AlertState.Open(row.findInstant("snoozed_until"))
                        : new AlertState.Closed(
                                row.instant("closed_at"), row.findUuid("closed_by"), row.text("close_reason")),
                row.instant("opened_at"),
                row.instant("last_occurred_at"),
                row.integer("occurrences"),
                row.number("revision"));
    }
}
