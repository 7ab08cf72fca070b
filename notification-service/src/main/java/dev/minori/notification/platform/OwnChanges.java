package dev.minori.notification.platform;

import dev.minori.kit.change.Change;
import dev.minori.kit.change.ChangeSight;
import dev.minori.kit.change.ChangeViewer;
import dev.minori.notification.member.MemberDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is for one member only that member is told; the rest is what every list shows. */
@ApplicationScoped
class OwnChanges implements ChangeSight {
    private final MemberDirectory members;

    OwnChanges(MemberDirectory members) {
        this.members = members;
    }

    @Override
    public List<Change> visible(ChangeViewer viewer, List<Change> changes) {
        Optional<UUID> self = members.findBySubject(viewer.subject()).map(MemberDirectory.Person::memberId);
        return changes.stream()
                .filter(change -> change.memberId() == null
                        || self.filter(change.memberId()::equals).isPresent())
                .toList();
    }
}
