package dev.minori.notification.member;

import dev.minori.kit.directory.Member;
import dev.minori.kit.directory.Members;
import dev.minori.kit.directory.Workspace;
import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.template.MessageLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Members from this service's copy of the workspace directory. */
@ApplicationScoped
class DirectoryMembers implements MemberDirectory {
    private final Members members;
    private final Workspaces workspaces;

    DirectoryMembers(Members members, Workspaces workspaces) {
        this.members = members;
        this.workspaces = workspaces;
    }

    @Override
    public Optional<Person> find(UUID memberId) {
        return members.find(memberId).map(DirectoryMembers::person);
    }

    @Override
    public Optional<Person> findBySubject(String subject) {
        return members.findBySubject(subject).map(DirectoryMembers::person);
    }

    @Override
    public List<Person> list(String behindName, UUID behindId, int limit) {
        return members.list(behindName, behindId, limit).stream()
                .map(DirectoryMembers::person)
                .toList();
    }

    @Override
    public String workspaceName() {
        return workspaces.find(WorkspaceContext.current()).map(Workspace::name).orElse("");
    }

    private static Person person(Member member) {
        return new Person(
                member.id(),
                member.name(),
                member.email(),
                MessageLanguage.of(member.language()).orElse(MessageLanguage.JA),
                member.zone(),
                member.active());
    }
}
