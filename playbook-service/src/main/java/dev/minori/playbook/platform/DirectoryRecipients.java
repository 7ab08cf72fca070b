package dev.minori.playbook.platform;

import dev.minori.kit.directory.Member;
import dev.minori.kit.directory.Members;
import dev.minori.playbook.customer.CustomerProfile;
import dev.minori.playbook.notice.Addressee;
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
    public List<UUID> of(Addressee addressee, CustomerProfile customer) {
        Stream<Member> all = switch (addressee) {
            case Addressee.Person(UUID memberId) -> members.find(memberId).stream();
            case Addressee.Around(Audience audience) ->
                Optional.ofNullable(customer.ownerMemberId()).flatMap(members::find).stream()
                        .flatMap(owner -> around(owner, audience));
        };
        return all.filter(Member::active).map(Member::id).distinct().toList();
    }

    private Stream<Member> around(Member owner, Audience audience) {
        return switch (audience) {
            case OWNER -> Stream.of(owner);
            case TEAM ->
                Stream.concat(Stream.of(owner), members.list().stream().filter(member -> sharesTeam(member, owner)));
        };
    }

    private static boolean sharesTeam(Member one, Member other) {
        return one.teamIds().stream().anyMatch(other.teamIds()::contains);
    }
}
