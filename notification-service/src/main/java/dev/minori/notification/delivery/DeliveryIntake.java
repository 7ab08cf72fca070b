package dev.minori.notification.delivery;

import dev.minori.events.Envelope;
import dev.minori.events.NotificationEvent;
import dev.minori.events.NotificationEvent.NotificationRequested;
import dev.minori.events.NotificationEvent.QuotesErased;
import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.ErasureLedger;
import dev.minori.kit.erasure.Erasures;
import dev.minori.kit.id.Ids;
import dev.minori.notification.channel.ChannelKind;
import dev.minori.notification.inapp.InAppInbox;
import dev.minori.notification.preference.Preference;
import dev.minori.notification.preference.PreferenceService;
import dev.minori.notification.template.SafeText;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns requests into deliveries, one for each recipient and channel, and forgets what was erased. */
@ApplicationScoped
public class DeliveryIntake {
    private static final int MAX_VALUES = 100;
    private static final int MAX_VALUE_CHARS = 4_000;

    private final DeliveryStore store;
    private final DispatchQueue queue;
    private final PreferenceService preferences;
    private final InAppInbox inbox;
    private final DeliveryNews news;
    private final Erasures erasures;
    private final ErasureLedger ledger;
    private final Ids ids;
    private final Clock clock;

    DeliveryIntake(
            DeliveryStore store,
            DispatchQueue queue,
            PreferenceService preferences,
            InAppInbox inbox,
            DeliveryNews news,
            Erasures erasures,
            ErasureLedger ledger,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.preferences = preferences;
        this.inbox = inbox;
        this.news = news;
        this.erasures = erasures;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where one message of a request is to go. */
    private record Target(ChannelKind channel, UUID recipientId) {}

    /** Applies one message of the topic. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void accept(Envelope<NotificationEvent> envelope) {
        switch (envelope.event()) {
            case NotificationRequested request -> request(request, envelope);
            case QuotesErased erased -> erase(erased);
        }
    }

    private void request(NotificationRequested request, Envelope<NotificationEvent> envelope) {
        Instant now = clock.instant();
        Map<UUID, Preference> chosen = preferences.of(request.memberIds());
        Map<Target, UUID> targets = new LinkedHashMap<>();
        for (UUID memberId : request.memberIds()) {
            Preference preference = chosen.getOrDefault(memberId, Preference.standard(memberId));
            if (preference.inApp()) {
                targets.putIfAbsent(new Target(ChannelKind.IN_APP, memberId), memberId);
            }
            boolean nowhereElse = preference.slackChannelIds().isEmpty() && !preference.inApp();
            if (preference.email() || nowhereElse) {
                targets.putIfAbsent(new Target(ChannelKind.EMAIL, memberId), memberId);
            }
            preference
                    .slackChannelIds()
                    .forEach(room -> targets.putIfAbsent(new Target(ChannelKind.SLACK, room), memberId));
        }
        boolean quotesErased = !ledger.erasedAmong(request.quotedFactIds()).isEmpty();
        Map<String, String> data = quotesErased ? Map.of() : clean(request.data());
        targets.forEach((target, memberId) -> {
            DeliveryState state = initial(target, envelope, chosen.get(memberId), quotesErased, now);
            Delivery delivery = new Delivery(
                    ids.next(),
                    request.requestId(),
                    target.channel(),
                    target.recipientId(),
                    memberId,
                    request.customerId(),
                    request.templateKey(),
                    data,
                    envelope.origin(),
                    envelope.eventId(),
                    state,
                    0,
                    now,
                    now);
            open(delivery, quotesErased ? List.of() : request.quotedFactIds(), now);
        });
    }

    private void open(Delivery delivery, List<UUID> quotedFactIds, Instant now) {
        if (!store.insert(delivery, quotedFactIds)) {
            return; // The same wish asked for again.
        }
        if (delivery.state() instanceof DeliveryState.Ended) {
            news.ended(delivery);
        } else {
            queue.add(delivery.id(), delivery.roomId(), now);
        }
        DeliveryLog.about(
                delivery,
                () -> Log.infof(
                        "delivery opened by %s: %s",
                        delivery.channel().code(), delivery.state().code()));
    }

    private static DeliveryState initial(
            Target target,
            Envelope<NotificationEvent> envelope,
            @org.jspecify.annotations.Nullable Preference chosen,
            boolean quotesErased,
            Instant now) {
        if (envelope.isBackfill()) {
            return new DeliveryState.Suppressed(now, new Reason("backfill"));
        }
        if (quotesErased) {
            return new DeliveryState.Suppressed(now, new Reason("erased"));
        }
        if (target.channel() == ChannelKind.EMAIL && chosen != null && !chosen.email()) {
            return new DeliveryState.Suppressed(now, new Reason("no-channel"));
        }
        return new DeliveryState.Pending(now);
    }

    /** The texts go by the erase role, which first blocks late requests; what still waits is not sent. */
    private void erase(QuotesErased erased) {
        List<UUID> factIds = erased.factIds();
        if (factIds.isEmpty()) {
            return;
        }
        erasures.erase(new Erasure(erased.erasureId(), factIds.getFirst(), factIds));
        Instant now = clock.instant();
        for (UUID id : store.quoting(factIds)) {
            inbox.erase(id);
            store.lock(id).ifPresent(delivery -> {
                boolean waiting = switch (delivery.state()) {
                    case DeliveryState.Pending _, DeliveryState.Retry _ -> true;
                    case DeliveryState.Sending _, DeliveryState.Ended _ -> false;
                };
                if (waiting) {
                    Delivery ended = delivery.in(new DeliveryState.Suppressed(now, new Reason("erased")));
                    store.save(ended, now);
                    queue.remove(id);
                    news.ended(ended);
                }
            });
        }
    }

    /** Values as they can be stored: what PostgreSQL or an encoding would refuse is gone, the rest is capped. */
    private static Map<String, String> clean(Map<String, String> data) {
        Map<String, String> clean = new HashMap<>();
        data.entrySet().stream()
                .limit(MAX_VALUES)
                .forEach(entry -> clean.put(
                        SafeText.singleLine(entry.getKey(), 100),
                        SafeText.multiline(entry.getValue(), MAX_VALUE_CHARS)));
        return clean;
    }
}
