package dev.minori.playbook.platform;

import dev.minori.kit.directory.Member;
import dev.minori.kit.directory.Members;
import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.person.Author;
import dev.minori.playbook.person.CurrentPerson;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The person whose token the request carries, found in the directory by the token's subject. */
@RequestScoped
class TokenPerson implements CurrentPerson {
    private static final Set<String> SEE_ALL = Set.of("admin", "cs-ops", "manager", "service");

    private final Actor actor;
    private final Members members;
    private final Workspaces workspaces;

    TokenPerson(Actor actor, Members members, Workspaces workspaces) {
        this.actor = actor;
        this.members = members;
        this.workspaces = workspaces;
    }

    @Override
    public Author author() {
        return member().map(member -> new Author(member.id(), member.name()))
                .orElseGet(() -> new Author(null, actor.name()));
    }

    @Override
    public UUID memberId() {
        return member().map(Member::id)
                .orElseThrow(() -> new ProblemException(
                        KitProblem.CONFLICT,
                        new Wording(
                                "このワークスペースのメンバーとして登録されていません。",
                                "You are not in this workspace's directory of members.")));
    }

    @Override
    public @Nullable List<UUID> visibleOwners() {
        boolean all = SEE_ALL.stream().anyMatch(actor::hasRole)
                || workspaces
                        .find(WorkspaceContext.current())
                        .filter(workspace -> workspace.visibility().equals("all"))
                        .isPresent();
        if (all) {
            return null;
        }
        return member().map(this::withTeams).orElse(List.of());
    }

    private List<UUID> withTeams(Member self) {
        Stream<UUID> team = members.list().stream()
                .filter(member -> member.teamIds().stream().anyMatch(self.teamIds()::contains))
                .map(Member::id);
        return Stream.concat(Stream.of(self.id()), team).distinct().toList();
    }

    private Optional<Member> member() {
        return members.findBySubject(actor.subject());
    }
}
