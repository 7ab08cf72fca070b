package dev.minori.playbook.platform;

import dev.minori.kit.directory.Member;
import dev.minori.kit.directory.Members;
import dev.minori.playbook.customer.CustomerProfile;
import dev.minori.playbook.notice.Audience;
import dev.minori.playbook.notice.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Recipients as the directory knows them. */
@ApplicationScoped
class DirectoryRecipients implements Recipients {
    private final Members members;

    DirectoryRecipients(Members members) {
        this.members = members;
    }

    @Override
    public List<UUID> of(Audience audience, CustomerProfile customer) {
        Optional<Member> owner = Optional.ofNullable(customer.ownerMemberId()).flatMap(members::find);
        if (owner.isEmpty()) {
            return List.of();
        }
        Stream<Member> own = owner.stream();
        Stream<Member> all = switch (audience) {
            case OWNER -> own;
            case TEAM -> Stream.concat(own, members.list().stream().filter(member -> sharesTeam(member, owner.get())));
        };
        return all.filter(Member::active).map(Member::id).distinct().toList();
    }

    private static boolean sharesTeam(Member one, Member other) {
        return one.teamIds().stream().anyMatch(other.teamIds()::contains);
    }
}
