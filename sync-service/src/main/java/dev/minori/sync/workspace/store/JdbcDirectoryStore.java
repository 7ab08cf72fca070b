package dev.minori.sync.workspace.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.workspace.DirectoryStore;
import dev.minori.sync.workspace.Member;
import dev.minori.sync.workspace.Team;
import dev.minori.sync.workspace.Visibility;
import dev.minori.sync.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcDirectoryStore implements DirectoryStore {
    private final Database database;

    JdbcDirectoryStore(Database database) {
        this.database = database;
    }

    @Override
    public void lock() {
        database.lock("directory|" + WorkspaceContext.current());
    }

    @Override
    public Optional<Workspace> findWorkspace() {
        return database.one(
                "select * from workspace where workspace_id = ?",
                JdbcDirectoryStore::workspace,
                WorkspaceContext.current());
    }

    @Override
    public void save(Workspace workspace) {
        database.update(
                """
                insert into workspace (workspace_id, name, zone, fiscal_year_start_month, currency, visibility, version)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id) do update set name = excluded.name, zone = excluded.zone,
                  fiscal_year_start_month = excluded.fiscal_year_start_month, currency = excluded.currency,
                  visibility = excluded.visibility, version = excluded.version
                """,
                workspace.id(),
                workspace.name(),
                workspace.zone().getId(),
                workspace.fiscalYearStartMonth(),
                workspace.currency(),
                workspace.visibility().wireName(),
                workspace.version());
    }

    @Override
    public Optional<Member> findMember(UUID id) {
        return database.one(
                "select * from member where workspace_id = ? and id = ?",
                JdbcDirectoryStore::member,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public List<Member> listAllMembers() {
        return database.query(
                "select * from member where workspace_id = ?", JdbcDirectoryStore::member, WorkspaceContext.current());
    }

    @Override
    public boolean isSubjectTaken(String subject, UUID otherThan) {
        return database.one(
                        "select id from member where workspace_id = ? and subject = ? and id <> ?",
                        row -> row.uuid("id"),
                        WorkspaceContext.current(),
                        subject,
                        otherThan)
                .isPresent();
    }

    @Override
    public void save(Member member) {
        database.update(
                """
                insert into member (workspace_id, id, subject, name, email, language, zone, team_ids, active, version)
                values (?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?)
                on conflict (workspace_id, id) do update set subject = excluded.subject, name = excluded.name,
                  email = excluded.email, language = excluded.language, zone = excluded.zone,
                  team_ids = excluded.team_ids, active = excluded.active, version = excluded.version
                """,
                WorkspaceContext.current(),
                member.id(),
                member.subject(),
                member.name(),
                member.email(),
                member.language(),
                member.zone().getId(),
                member.teamIds(),
                member.active(),
                member.version());
    }

    @Override
    public Optional<Team> findTeam(UUID id) {
        return database.one(
                "select * from team where workspace_id = ? and id = ?",
                JdbcDirectoryStore::team,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public List<Team> listTeams(@Nullable UUID behind, int limit) {
        return database.query(
                "select * from team where workspace_id = ? and id > ? order by id limit ?",
                JdbcDirectoryStore::team,
                WorkspaceContext.current(),
                behind == null ? new UUID(0, 0) : behind,
                limit);
    }

    @Override
    public void save(Team team) {
        database.update("""
                insert into team (workspace_id, id, name, active, version) values (?, ?, ?, ?, ?)
                on conflict (workspace_id, id) do update set name = excluded.name, active = excluded.active,
                  version = excluded.version
                """, WorkspaceContext.current(), team.id(), team.name(), team.active(), team.version());
    }

    private static Workspace workspace(Row row) {
        return new Workspace(
                row.uuid("workspace_id"),
                row.text("name"),
                ZoneId.of(row.text("zone")),
                row.integer("fiscal_year_start_month"),
                row.text("currency"),
                Visibility.of(row.text("visibility")),
                row.number("version"));
    }

    private static Member member(Row row) {
        return new Member(
                row.uuid("id"),
                row.text("subject"),
                row.text("name"),
                row.text("email"),
                row.text("language"),
                ZoneId.of(row.text("zone")),
                row.uuids("team_ids"),
                row.flag("active"),
                row.number("version"));
    }

    private static Team team(Row row) {
        return new Team(row.uuid("id"), row.text("name"), row.flag("active"), row.number("version"));
    }
}
