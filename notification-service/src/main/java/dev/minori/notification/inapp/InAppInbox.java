package dev.minori.notification.inapp;

import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for a member, and what they have read of it. */
@ApplicationScoped
public class InAppInbox {
    /** A bell that shows more than this shows "99+"; counting on would cost for nothing. */
    public static final int MOST_COUNTED = 1_000;

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 1_000;

    private final InAppStore store;
    private final Clock clock;

    InAppInbox(InAppStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Keeps a notification in the transaction of its delivery: it is there exactly if the delivery is delivered. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(InAppNotification notification) {
        store.insert(notification);
    }

    /** Newest first, those before the given id. */
    @Transactional
    public List<InAppNotification> list(UUID memberId, boolean unreadOnly, @Nullable UUID before, int limit) {
        return store.list(memberId, unreadOnly, before, limit);
    }

    /** How many are unread, at most {@link #MOST_COUNTED}. */
    @Transactional
    public int countUnread(UUID memberId) {
        return store.countUnread(memberId, MOST_COUNTED);
    }

    /** Marks one as read. Throws not-found, also for another member's. */
    @Transactional
    public InAppNotification markRead(UUID memberId, UUID id) {
        store.markRead(memberId, id, clock.instant());
        return store.find(memberId, id)
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("通知がありません: " + id, "There is no notification " + id + ".")));
    }

    /** Marks as read what the reader has seen: all up to the given one. What came since stays unread. */
    @Transactional
    public int markAllRead(UUID memberId, UUID upTo) {
        return store.markAllRead(memberId, upTo, clock.instant());
    }

    /** Overwrites a notification that quotes what was erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(UUID id) {
        store.erase(id);
    }

    /** Forgets some that are older than 90 days; true if there may be more. */
    @Transactional
    public boolean forgetSome() {
        return store.forget(clock.instant().minus(KEPT), AT_ONCE) == AT_ONCE;
    }
}
