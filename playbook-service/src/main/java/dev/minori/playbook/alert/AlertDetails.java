package dev.minori.playbook.alert;

import dev.minori.kit.paging.CountedPage;
import dev.minori.playbook.customer.CustomerLookup;
import dev.minori.playbook.customer.Sight;
import dev.minori.playbook.notice.NoticeRecord;
import dev.minori.playbook.notice.NoticeStore;
import dev.minori.playbook.page.SortedPages;
import dev.minori.playbook.person.Author;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads alerts for people, and closes many at once. */
@ApplicationScoped
public class AlertDetails {
    /** As many as a page shows. */
    public static final int MOST_AT_ONCE = 200;

    private final Alerts alerts;
    private final AlertStore store;
    private final AlertLists lists;
    private final NoticeStore notices;
    private final CustomerLookup customers;
    private final Sight sight;

    AlertDetails(
            Alerts alerts,
            AlertStore store,
            AlertLists lists,
            NoticeStore notices,
            CustomerLookup customers,
            Sight sight) {
        this.alerts = alerts;
        this.store = store;
        this.lists = lists;
        this.notices = notices;
        this.customers = customers;
        this.sight = sight;
    }

    /** An alert with its occurrences, newest first, and the notices about it. */
    public record Detail(AlertRow row, List<Alert.Occurrence> occurrences, List<NoticeRecord> notices) {}

    /** What became of one of many. */
    public enum Outcome {
        DONE,
        /** There is none, or the caller may not see it. */
        NOT_FOUND,
        /** It is closed. */
        CONFLICT
    }

    /**
     * Throws not-found, also for an alert of a customer the reader may not see.
     *
     * @param visibleOwners only customers of these CSMs; null for all
     */
    @Transactional
    public Detail get(UUID id, @Nullable List<UUID> visibleOwners) {
        AlertRow row = row(id);
        sight.check(row.alert().customerId(), visibleOwners);
        return new Detail(row, store.listOccurrences(id), notices.listAbout(id));
    }

    /** The alert as a list shows it. Throws not-found. */
    @Transactional
    public AlertRow row(UUID id) {
        return lists.find(id).orElseThrow(() -> Alerts.unknown(id));
    }

    /** In the given order, those behind the given row. */
    @Transactional
    public List<AlertRow> list(AlertFilter filter, AlertSort sort, SortedPages.@Nullable Position behind, int limit) {
        return lists.list(filter, sort, behind, limit);
    }

    /** How many there are, counted up to one more than a page tells. */
    @Transactional
    public int count(AlertFilter filter) {
        return lists.count(filter, CountedPage.MOST_COUNTED + 1);
    }

    /**
     * Closes each of the alerts, in one transaction: what can be closed is closed, the rest is told apart.
     *
     * @param visibleOwners only alerts of customers of these CSMs; null for all
     */
    @Transactional
    public Map<UUID, Outcome> close(List<UUID> ids, String reason, Author author, @Nullable List<UUID> visibleOwners) {
        Map<UUID, Outcome> outcomes = new HashMap<>();
        for (UUID id : ids.stream().distinct().sorted(Comparator.naturalOrder()).toList()) {
            outcomes.put(id, close(id, reason, author, visibleOwners));
        }
        return outcomes;
    }

    private Outcome close(UUID id, String reason, Author author, @Nullable List<UUID> visibleOwners) {
        Optional<Alert> found = store.lock(id);
        if (found.isEmpty()
                || (visibleOwners != null
                        && customers
                                .listOwned(Set.of(found.get().customerId()), visibleOwners)
                                .isEmpty())) {
            return Outcome.NOT_FOUND;
        }
        return switch (found.get().state()) {
            case AlertState.Open _ -> {
                alerts.close(id, "*", reason, author);
                yield Outcome.DONE;
            }
            case AlertState.Closed _ -> Outcome.CONFLICT;
        };
    }
}
