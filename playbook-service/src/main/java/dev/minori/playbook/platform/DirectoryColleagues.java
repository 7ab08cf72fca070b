package dev.minori.playbook.platform;

import dev.minori.kit.directory.Member;
import dev.minori.kit.directory.Members;
import dev.minori.playbook.person.Colleagues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Colleagues as the directory knows them. */
@ApplicationScoped
class DirectoryColleagues implements Colleagues {
    private final Members members;

    DirectoryColleagues(Members members) {
        this.members = members;
    }

    @Override
    public List<UUID> inTeam(UUID teamId) {
        return members.list().stream()
                .filter(member -> member.teamIds().contains(teamId))
                .map(Member::id)
                .toList();
    }

    @Override
    public boolean isActive(UUID memberId) {
        return members.find(memberId).filter(Member::active).isPresent();
    }
}
