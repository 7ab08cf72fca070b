package dev.minori.kit.directory;

import dev.minori.events.DirectoryEvent.MemberChanged;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The members of the current workspace. */
@ApplicationScoped
public class Members {
    private static final String SELECT = """
            select member_id, subject, name, email, language, zone, team_ids, active
            from directory_member where workspace_id = ?
            """;

    private final Database database;

    Members(Database database) {
        this.database = database;
    }

    /** The member; empty while nothing was heard of them. */
    @Transactional
    public Optional<Member> find(UUID memberId) {
        return database.one(SELECT + "and member_id = ?", Members::read, WorkspaceContext.current(), memberId);
    }

    /** Those of the members that were heard of. */
    @Transactional
    public List<Member> find(Collection<UUID> memberIds) {
        return database.query(
                SELECT + "and member_id = any (?)",
                Members::read,
                WorkspaceContext.current(),
                memberIds.toArray(UUID[]::new));
    }

    /** The member whose tokens carry this subject. */
    @Transactional
    public Optional<Member> findBySubject(String subject) {
        return database.one(
                SELECT + "and subject = ? order by active desc, member_id limit 1",
                Members::read,
                WorkspaceContext.current(),
                subject);
    }

    /**
     * The member whose tokens carry this subject and all who share a team with them: those whose customers one sees where
     * the workspace says {@code owner-and-team}. Nobody if the subject is no member.
     */
    @Transactional
    public List<UUID> colleagues(String subject) {
        return findBySubject(subject)
                .map(self -> database.query(
                        "select member_id from directory_member where workspace_id = ? and (member_id = ? or team_ids && ?)"
                                + " order by member_id",
                        row -> row.uuid("member_id"),
                        WorkspaceContext.current(),
                        self.id(),
                        self.teamIds()))
                .orElse(List.of());
    }

    /** All members by name, also those who left. */
    @Transactional
    public List<Member> list() {
        return database.query(SELECT + "order by name, member_id", Members::read, WorkspaceContext.current());
    }

    /** Members by name, also those who left, beginning behind this name and id. */
    @Transactional
    public List<Member> list(String behindName, UUID behindId, int limit) {
        return database.query(
                SELECT + "and (name, member_id) > (?, ?) order by name, member_id limit ?",
                Members::read,
                WorkspaceContext.current(),
                behindName,
                behindId,
                limit);
    }

    /** Newer wins. */
    @Transactional(Transactional.TxType.MANDATORY)
    void apply(MemberChanged changed) {
        database.update(
                """
                insert into directory_member as d
                  (workspace_id, member_id, version, subject, name, email, language, zone, team_ids, active)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, member_id) do update set version = excluded.version,
                  subject = excluded.subject, name = excluded.name, email = excluded.email,
                  language = excluded.language, zone = excluded.zone, team_ids = excluded.team_ids,
                  active = excluded.active
                where d.version < excluded.version
                """,
                WorkspaceContext.current(),
                changed.memberId(),
                changed.version(),
                changed.subject(),
                changed.name(),
                changed.email(),
                changed.language(),
                ZoneId.of(changed.zone()).getId(),
                changed.teamIds().toArray(UUID[]::new),
                changed.active());
    }

    private static Member read(Row row) {
        return new Member(
                row.uuid("member_id"),
                row.text("subject"),
                row.text("name"),
                row.text("email"),
                row.text("language"),
                ZoneId.of(row.text("zone")),
                row.uuids("team_ids"),
                row.flag("active"));
    }
}
