package dev.minori.playbook.platform;

import dev.minori.kit.directory.Member;
import dev.minori.kit.directory.Members;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.playbook.person.Author;
import dev.minori.playbook.person.CurrentPerson;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person whose token the request carries, found in the directory by the token's subject. */
@RequestScoped
class TokenPerson implements CurrentPerson {
    private final Actor actor;
    private final Members members;
    private final Visibility visibility;

    TokenPerson(Actor actor, Members members, Visibility visibility) {
        this.actor = actor;
        this.members = members;
        this.visibility = visibility;
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
        return visibility.owners(actor.subject(), actor.roles());
    }

    private Optional<Member> member() {
        return members.findBySubject(actor.subject());
    }
}
