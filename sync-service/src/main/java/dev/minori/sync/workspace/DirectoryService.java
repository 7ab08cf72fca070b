package dev.minori.sync.workspace;

import dev.minori.events.DirectoryEvent.MemberChanged;
import dev.minori.events.DirectoryEvent.TeamChanged;
import dev.minori.events.DirectoryEvent.WorkspaceChanged;
import dev.minori.events.MessageKey;
import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates and changes workspaces, members and teams and tells the others. Saving what is already so changes and tells
 * nothing, so that a setup can be repeated; changing something needs the version that was seen.
 */
@ApplicationScoped
public class DirectoryService {
    private final DirectoryStore store;
    private final Outbox outbox;
    private final Audit audit;
    private final Event<MembersChanged> membersChanged;

    DirectoryService(DirectoryStore store, Outbox outbox, Audit audit, Event<MembersChanged> membersChanged) {
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
        this.membersChanged = membersChanged;
    }

    /** Something about members changed in the current workspace; observed inside the transaction. */
    public record MembersChanged() {}

    @Transactional
    public Workspace getWorkspace() {
        return store.findWorkspace()
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("ワークスペースはまだ作成されていません。", "The workspace has not been created yet.")));
    }

    @Transactional
    public Optional<Workspace> findWorkspace() {
        return store.findWorkspace();
    }

    @Transactional
    public Workspace save(Workspace wanted, @Nullable String ifMatch) {
        store.lock();
        Optional<Workspace> known = store.findWorkspace();
        if (known.filter(wanted::sameAs).isPresent()) {
            return known.get();
        }
        Workspace saved = wanted.withVersion(nextVersion(known.map(Workspace::version), ifMatch));
        store.save(saved);
        publish(
                "workspace",
                saved.id(),
                new WorkspaceChanged(
                        saved.version(),
                        saved.name(),
                        saved.zone().getId(),
                        saved.fiscalYearStartMonth(),
                        saved.currency(),
                        saved.visibility().wireName()));
        audit.record(
                "workspace-saved",
                "workspace",
                saved.id().toString(),
                Map.of(
                        "name", saved.name(),
                        "zone", saved.zone().getId(),
                        "fiscalYearStartMonth", String.valueOf(saved.fiscalYearStartMonth()),
                        "currency", saved.currency(),
                        "visibility", saved.visibility().wireName()));
        return saved;
    }

    @Transactional
    public Member getMember(UUID id) {
        return store.findMember(id)
                .orElseThrow(() ->
                        ProblemException.notFound(new Wording("メンバーが見つかりません: " + id, "There is no member " + id)));
    }

    @Transactional
    public Member save(Member wanted, @Nullable String ifMatch) {
        store.lock();
        Optional<Member> known = store.findMember(wanted.id());
        if (known.filter(wanted::sameAs).isPresent()) {
            return known.get();
        }
        if (store.isSubjectTaken(wanted.subject(), wanted.id())) {
            throw new ProblemException(
                    KitProblem.CONFLICT,
                    new Wording(
                            "このsubjectのメンバーはすでにいます: " + wanted.subject(),
                            "Another member already has the subject " + wanted.subject() + "."));
        }
        Member saved = wanted.withVersion(nextVersion(known.map(Member::version), ifMatch));
        store.save(saved);
        publish(
                "member",
                saved.id(),
                new MemberChanged(
                        saved.version(),
                        saved.id(),
                        saved.subject(),
                        saved.name(),
                        saved.email(),
                        saved.language(),
                        saved.zone().getId(),
                        saved.teamIds(),
                        saved.active()));
        audit.record(
                "member-saved",
                "member",
                saved.id().toString(),
                Map.of(
                        "subject", saved.subject(),
                        "email", saved.email(),
                        "active", String.valueOf(saved.active()),
                        "teams", saved.teamIds().toString()));
        membersChanged.fire(new MembersChanged());
        return saved;
    }

    @Transactional
    public Team save(Team wanted, @Nullable String ifMatch) {
        store.lock();
        Optional<Team> known = store.findTeam(wanted.id());
        if (known.isPresent()
                && known.get().name().equals(wanted.name())
                && known.get().active() == wanted.active()) {
            return known.get();
        }
        long version = nextVersion(known.map(Team::version), ifMatch);
        Team saved = new Team(wanted.id(), wanted.name(), wanted.active(), version);
        store.save(saved);
        publish("team", saved.id(), new TeamChanged(version, saved.id(), saved.name(), saved.active()));
        audit.record(
                "team-saved",
                "team",
                saved.id().toString(),
                Map.of("name", saved.name(), "active", String.valueOf(saved.active())));
        return saved;
    }

    private static long nextVersion(Optional<Long> known, @Nullable String ifMatch) {
        known.ifPresent(version -> Versions.require(ifMatch, version));
        return known.orElse(0L) + 1;
    }

    private void publish(String kind, UUID id, dev.minori.events.DirectoryEvent event) {
        String key = MessageKey.directory(WorkspaceContext.current(), kind, id);
        outbox.publish(OutboxMessage.live(key, event));
    }
}
