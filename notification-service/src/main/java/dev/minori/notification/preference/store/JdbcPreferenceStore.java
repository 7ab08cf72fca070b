package dev.minori.notification.preference.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.preference.Preference;
import dev.minori.notification.preference.PreferenceStore;
import dev.minori.notification.preference.QuietHours;
import dev.minori.notification.template.MessageLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcPreferenceStore implements PreferenceStore {
    private final Database database;

    JdbcPreferenceStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Preference> find(UUID memberId) {
        return list(List.of(memberId)).stream().findFirst();
    }

    @Override
    public List<Preference> list(Collection<UUID> memberIds) {
        return database.query(
                """
                select member_id, email, in_app, slack_channel_ids, language, quiet_from, quiet_to, version
                from preference where workspace_id = ? and member_id = any (?)
                """, JdbcPreferenceStore::read, WorkspaceContext.current(), memberIds.toArray(UUID[]::new));
    }

    @Override
    public boolean save(Preference preference, Instant now) {
        QuietHours quiet = preference.quietHours();
        MessageLanguage language = preference.language();
        return database.update(
                        """
                        insert into preference as p (workspace_id, member_id, email, in_app, slack_channel_ids,
                          language, quiet_from, quiet_to, version, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (workspace_id, member_id) do update set email = excluded.email, in_app = excluded.in_app,
                          slack_channel_ids = excluded.slack_channel_ids, language = excluded.language,
                          quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                          version = excluded.version, updated_at = excluded.updated_at
                        where p.version = excluded.version - 1
                        """,
                        WorkspaceContext.current(),
                        preference.memberId(),
                        preference.email(),
                        preference.inApp(),
                        preference.slackChannelIds().toArray(UUID[]::new),
                        language == null ? null : language.code(),
                        quiet == null ? null : quiet.from(),
                        quiet == null ? null : quiet.to(),
                        preference.version(),
                        now)
                == 1;
    }

    private static Preference read(Row row) {
        LocalTime from = row.findTime("quiet_from");
        LocalTime to = row.findTime("quiet_to");
        return new Preference(
                row.uuid("member_id"),
                row.flag("email"),
                row.flag("in_app"),
                row.uuids("slack_channel_ids"),
                Optional.ofNullable(row.findText("language"))
                        .flatMap(MessageLanguage::of)
                        .orElse(null),
                from == null || to == null ? null : new QuietHours(from, to),
                row.number("version"));
    }
}
