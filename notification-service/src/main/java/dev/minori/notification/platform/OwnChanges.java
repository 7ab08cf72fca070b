package dev.minori.notification.platform;

import dev.minori.kit.change.Change;
import dev.minori.kit.change.ChangeSight;
import dev.minori.kit.change.ChangeViewer;
import dev.minori.notification.delivery.DeliveryArchive;
import dev.minori.notification.delivery.DeliverySight;
import dev.minori.notification.member.MemberDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is for one member only that member is told; of deliveries those that the viewer's lists show. */
@ApplicationScoped
class OwnChanges implements ChangeSight {
    private static final String DELIVERY = "delivery";

    private final MemberDirectory members;
    private final DeliverySight sight;
    private final DeliveryArchive deliveries;

    OwnChanges(MemberDirectory members, DeliverySight sight, DeliveryArchive deliveries) {
        this.members = members;
        this.sight = sight;
        this.deliveries = deliveries;
    }

    @Override
    public List<Change> visible(ChangeViewer viewer, List<Change> changes) {
        Optional<UUID> self = members.findBySubject(viewer.subject()).map(MemberDirectory.Person::memberId);
        List<Change> own = changes.stream()
                .filter(change -> change.memberId() == null
                        || self.filter(change.memberId()::equals).isPresent())
                .toList();
        List<UUID> seen = sight.of(viewer.subject(), viewer.roles());
        if (seen == null) {
            return own;
        }
        Set<UUID> visible = deliveries.sentTo(
                seen,
                own.stream().filter(OwnChanges::isDelivery).map(Change::id).toList());
        return own.stream()
                .filter(change -> !isDelivery(change) || visible.contains(change.id()))
                .toList();
    }

    private static boolean isDelivery(Change change) {
        return change.kind().equals(DELIVERY);
    }
}
