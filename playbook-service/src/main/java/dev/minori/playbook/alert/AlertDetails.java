package dev.minori.playbook.alert;

import dev.minori.playbook.customer.Sight;
import dev.minori.playbook.notice.NoticeRecord;
import dev.minori.playbook.notice.NoticeStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads alerts for people. */
@ApplicationScoped
public class AlertDetails {
    private final Alerts alerts;
    private final AlertStore store;
    private final NoticeStore notices;
    private final Sight sight;

    AlertDetails(Alerts alerts, AlertStore store, NoticeStore notices, Sight sight) {
        this.alerts = alerts;
        this.store = store;
        this.notices = notices;
        this.sight = sight;
    }

    /** An alert with its occurrences, newest first, and the notices about it. */
    public record Detail(Alert alert, List<Alert.Occurrence> occurrences, List<NoticeRecord> notices) {}

    /**
     * Throws not-found, also for an alert of a customer the reader may not see.
     *
     * @param visibleOwners only customers of these CSMs; null for all
     */
    @Transactional
    public Detail get(UUID id, @Nullable List<UUID> visibleOwners) {
        Alert alert = alerts.get(id);
        sight.check(alert.customerId(), visibleOwners);
        return new Detail(alert, store.listOccurrences(id), notices.listAbout(id));
    }

    /** Newest first, those before the given id. */
    @Transactional
    public List<Alert> list(AlertFilter filter, @Nullable UUID before, int limit) {
        return store.list(filter, before, limit);
    }
}
