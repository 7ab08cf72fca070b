package dev.minori.notification.delivery;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.paging.CountedPage;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people see of deliveries and may do to them. */
@ApplicationScoped
public class DeliveryDesk {
    private final DeliveryArchive archive;
    private final DeliveryStore store;
    private final DispatchQueue queue;
    private final Audit audit;
    private final Clock clock;

    DeliveryDesk(DeliveryArchive archive, DeliveryStore store, DispatchQueue queue, Audit audit, Clock clock) {
        this.archive = archive;
        this.store = store;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /** Deliveries, the newest first. */
    @Transactional
    public List<DeliverySummary> list(DeliveryFilter filter, @Nullable UUID before, int limit) {
        return archive.list(filter, before, limit);
    }

    /** How many there are, counted up to one more than a page tells. */
    @Transactional
    public int count(DeliveryFilter filter) {
        return archive.count(filter, CountedPage.MOST_COUNTED + 1);
    }

    /**
     * One delivery with its attempts; throws not-found, also to those who may not see it.
     *
     * @param visibleMembers the members whose deliveries the reader may see, null for all
     */
    @Transactional
    public DeliveryDetail get(UUID id, @Nullable List<UUID> visibleMembers) {
        return archive.find(id)
                .filter(found -> visibleMembers == null
                        || visibleMembers.contains(found.summary().delivery().memberId()))
                .orElseThrow(() -> notFound(id));
    }

    /** Sends an unconfirmed or failed delivery again. Throws delivery-not-resendable in any other state. */
    @Transactional
    public DeliveryDetail resend(UUID id, @Nullable List<UUID> visibleMembers) {
        Delivery delivery = store.lock(id).orElseThrow(() -> notFound(id));
        boolean resendable = delivery.state() instanceof DeliveryState.Unconfirmed
                || delivery.state() instanceof DeliveryState.Failed;
        DeliveryDetail seen = get(id, visibleMembers);
        if (!resendable || seen.summary().erasedAt() != null) {
            throw new ProblemException(
                    DeliveryProblem.NOT_RESENDABLE,
                    new Wording(
                            "再送できるのは、到達未確認または送信失敗の通知だけです（消去済みのものを除く）。",
                            "Only unconfirmed and failed deliveries whose content was not erased can be sent again;"
                                    + " this one is "
                                    + delivery.state().code() + "."));
        }
        Instant now = clock.instant();
        store.save(delivery.resent(now), now);
        queue.add(id, delivery.roomId(), now);
        audit.record(
                "delivery-resent",
                "delivery",
                id.toString(),
                Map.of("from", delivery.state().code()));
        DeliveryLog.about(delivery, () -> Log.info("delivery is sent again by a person"));
        return get(id, visibleMembers);
    }

    private static ProblemException notFound(UUID id) {
        return ProblemException.notFound(new Wording("通知履歴がありません: " + id, "There is no delivery " + id + "."));
    }
}
