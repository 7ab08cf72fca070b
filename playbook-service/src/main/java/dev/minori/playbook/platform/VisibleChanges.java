package dev.minori.playbook.platform;

import dev.minori.kit.change.Change;
import dev.minori.kit.change.ChangeSight;
import dev.minori.kit.change.ChangeViewer;
import dev.minori.playbook.customer.CustomerLookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes about customers the viewer may see: the same rule as in lists. */
@ApplicationScoped
class VisibleChanges implements ChangeSight {
    private final Visibility visibility;
    private final CustomerLookup customers;

    VisibleChanges(Visibility visibility, CustomerLookup customers) {
        this.visibility = visibility;
        this.customers = customers;
    }

    @Override
    public List<Change> visible(ChangeViewer viewer, List<Change> changes) {
        @Nullable List<UUID> owners = visibility.owners(viewer.subject(), viewer.roles());
        if (owners == null) {
            return changes;
        }
        List<UUID> concerned = changes.stream()
                .map(Change::customerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Set<UUID> visible = customers.listOwned(concerned, owners);
        return changes.stream()
                .filter(change -> change.customerId() != null && visible.contains(change.customerId()))
                .toList();
    }
}
