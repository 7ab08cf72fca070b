package dev.minori.playbook.signal.store;

import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.PersonalData;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Overwrites what stays, alerts, tasks and runs quote of a person's records. */
@ApplicationScoped
class SqlQuotes implements PersonalData {
    private static final List<String> STATEMENTS = List.of("""
            update segment_stay set subject_label = null, evidence = '{}'
            where workspace_id = ? and subject_fact_id = any(?) and (subject_label is not null or evidence <> '{}')
            """, """
            update alert_occurrence o set evidence = '{}' from alert a
            where a.workspace_id = o.workspace_id and a.id = o.alert_id and o.evidence <> '{}'
              and a.workspace_id = ? and a.subject_fact_id = any(?)
            """, """
            update alert set subject_label = null, title_ja = '(削除済み)', title_en = '(erased)',
              revision = revision + 1
            where workspace_id = ? and subject_fact_id = any(?) and title_en <> '(erased)'
            """, """
            update cs_task set title_ja = '(削除済み)', title_en = '(erased)', note_ja = null, note_en = null,
              revision = revision + 1
            where workspace_id = ? and quoted_fact_ids && ? and title_en <> '(erased)'
            """, """
            update playbook_run_step s set evidence = '{}'
            from playbook_run r join segment_stay m on m.workspace_id = r.workspace_id
              and m.membership_id = r.membership_id
            where r.workspace_id = s.workspace_id and r.id = s.run_id and s.evidence <> '{}'
              and r.workspace_id = ? and m.subject_fact_id = any(?)
            """);

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public int erase(Connection connection, Erasure erasure) throws SQLException {
        UUID[] ids = erasure.allFactIds().toArray(UUID[]::new);
        int rows = 0;
        for (String sql : STATEMENTS) {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, WorkspaceContext.current());
                update.setArray(2, connection.createArrayOf("uuid", ids));
                rows += update.executeUpdate();
            }
        }
        return rows;
    }
}
