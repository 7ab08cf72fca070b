package dev.minori.notification.delivery;

import dev.minori.notification.channel.ChannelKind;
import dev.minori.notification.channel.ChannelService;
import dev.minori.notification.channel.OutboundMessage;
import dev.minori.notification.channel.SendOutcome;
import dev.minori.notification.inapp.InAppInbox;
import dev.minori.notification.inapp.InAppNotification;
import dev.minori.notification.recipient.RecipientService;
import dev.minori.notification.recipient.SuppressedAddress;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The three commits of an attempt: it begins, its message is being handed over, it ended. Whoever finds an attempt that
 * did not end knows by the second whether the message may be out.
 */
@ApplicationScoped
public class AttemptService {
    /** How long nobody else may take a delivery over; longer than any single wait of a sender. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration NOT_YET_PAUSE = Duration.ofSeconds(20);

    private final DeliveryStore store;
    private final DispatchQueue queue;
    private final LetterWriter letters;
    private final DeliveryNews news;
    private final DeliveryMeter meter;
    private final RecipientService recipients;
    private final ChannelService channels;
    private final InAppInbox inbox;
    private final Clock clock;
    private final OutcomeRules rules;

    AttemptService(
            DeliveryStore store,
            DispatchQueue queue,
            LetterWriter letters,
            DeliveryNews news,
            DeliveryMeter meter,
            RecipientService recipients,
            ChannelService channels,
            InAppInbox inbox,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.letters = letters;
        this.news = news;
        this.meter = meter;
        this.recipients = recipients;
        this.channels = channels;
        this.inbox = inbox;
        this.clock = clock;
        this.rules = new OutcomeRules(new RetryPolicy(RandomGenerator.getDefault()));
    }

    /** An attempt that has begun. */
    public record Begun(int attempt, ChannelKind channel, OutboundMessage message) {}

    /** First commit. Empty if there is nothing to send, or not now. */
    @Transactional
    public Optional<Begun> begin(Claim claim) {
        Optional<Delivery> found = store.lock(claim.deliveryId());
        if (found.isEmpty()) {
            queue.remove(claim.deliveryId());
            return Optional.empty();
        }
        if (!queue.holds(claim)) {
            return Optional.empty();
        }
        Delivery delivery = found.get();
        return switch (delivery.state()) {
            case DeliveryState.Sending(int attempt) -> takeOver(claim, delivery, attempt);
            case DeliveryState.Pending _, DeliveryState.Retry _ -> write(claim, delivery);
            case DeliveryState.Ended _ -> {
                queue.remove(delivery.id());
                yield Optional.empty();
            }
        };
    }

    /** Second commit: from now on the other side can take the message. False if the claim is worth nothing any more. */
    @Transactional
    public boolean handOver(Claim claim, int attempt) {
        return queue.renew(claim, LEASE) && store.markHandover(claim.deliveryId(), attempt, clock.instant());
    }

    /** Third commit. An answer that comes after somebody took over still tells whether the message is out. */
    @Transactional
    public void end(Claim claim, int attempt, SendOutcome outcome) {
        Instant now = clock.instant();
        Optional<Delivery> found = store.lock(claim.deliveryId());
        if (found.isEmpty() || outcome instanceof SendOutcome.Withdrawn) {
            return;
        }
        Delivery delivery = found.get();
        boolean current = delivery.state() instanceof DeliveryState.Sending(int number) && number == attempt;
        boolean lateNews = delivery.state() instanceof DeliveryState.Unconfirmed
                && delivery.attempts() == attempt
                && outcome instanceof SendOutcome.Accepted;
        if (!current && !lateNews) {
            return;
        }
        record(delivery, attempt, outcome, now);
        restIfAsked(delivery, outcome);
        suppressIfUnusable(delivery, outcome, now);
        settle(claim, delivery.in(rules.after(delivery, outcome, now)), now);
    }

    /**
     * Instead of the third commit when writing or sending failed by our own fault. It counts as an attempt, so that pauses
     * grow and the delivery comes to an end; what was handed over by then may be out.
     */
    @Transactional
    public void fault(Claim claim, RuntimeException fault) {
        Instant now = clock.instant();
        Optional<Delivery> found = store.lock(claim.deliveryId());
        if (found.isEmpty() || !queue.holds(claim)) {
            return;
        }
        Reason reason = new Reason("own-fault", fault.getClass().getSimpleName());
        Delivery delivery = found.get();
        switch (delivery.state()) {
            case DeliveryState.Sending(int attempt)
            when isHandedOver(delivery, attempt) -> leaveUnconfirmed(claim, delivery, attempt, now);
            case DeliveryState.Sending(int attempt) -> putOff(claim, delivery, attempt, reason, now);
            case DeliveryState.Pending _, DeliveryState.Retry _ -> {
                Delivery tried = delivery.attempting();
                store.startAttempt(delivery.id(), tried.attempts(), now);
                putOff(claim, tried, tried.attempts(), reason, now);
            }
            case DeliveryState.Ended _ -> queue.remove(delivery.id());
        }
    }

    private void putOff(Claim claim, Delivery delivery, int attempt, Reason reason, Instant now) {
        endAttempt(delivery, attempt, now, Attempt.Outcome.INTERRUPTED, reason.detail());
        settle(claim, delivery.in(rules.afterFault(delivery, reason, now)), now);
    }

    /** Goes on where a process stopped in the middle of an attempt. */
    private Optional<Begun> takeOver(Claim claim, Delivery delivery, int attempt) {
        Instant now = clock.instant();
        if (isHandedOver(delivery, attempt)) {
            leaveUnconfirmed(claim, delivery, attempt, now);
            return Optional.empty();
        }
        endAttempt(delivery, attempt, now, Attempt.Outcome.INTERRUPTED, "");
        return write(claim, delivery);
    }

    private boolean isHandedOver(Delivery delivery, int attempt) {
        return store.findAttempt(delivery.id(), attempt)
                .map(Attempt::handoverAt)
                .isPresent();
    }

    private void leaveUnconfirmed(Claim claim, Delivery delivery, int attempt, Instant now) {
        endAttempt(delivery, attempt, now, Attempt.Outcome.UNKNOWN, "");
        settle(claim, delivery.in(new DeliveryState.Unconfirmed(now, new Reason("cut-off"))), now);
    }

    private void endAttempt(Delivery delivery, int attempt, Instant now, Attempt.Outcome outcome, String response) {
        store.endAttempt(delivery.id(), attempt, now, outcome, null, response);
        meter.attempted(delivery.channel(), outcome);
    }

    private Optional<Begun> write(Claim claim, Delivery delivery) {
        Instant now = clock.instant();
        return switch (letters.write(delivery, now)) {
            case Letter.Ready ready -> Optional.of(start(delivery, ready, now));
            case Letter.Notice notice -> keep(claim, delivery, notice, now);
            case Letter.Quiet(Instant until) -> stop(claim, delivery.in(new DeliveryState.Pending(until)), now);
            case Letter.NotYet(Reason reason) -> stop(claim, delivery.in(wait(delivery, reason, now)), now);
            case Letter.Never(Reason reason) ->
                stop(claim, delivery.in(new DeliveryState.Suppressed(now, reason)), now);
            case Letter.Impossible(Reason reason) ->
                stop(claim, delivery.in(new DeliveryState.Failed(now, reason)), now);
        };
    }

    private Begun start(Delivery delivery, Letter.Ready ready, Instant now) {
        Delivery sending = delivery.attempting();
        store.save(sending, now);
        store.saveRendering(delivery.id(), ready.templateVersion(), ready.address(), ready.message());
        store.startAttempt(delivery.id(), sending.attempts(), now);
        OutboundMessage message = new OutboundMessage(
                delivery.id(),
                ready.to(),
                ready.message().language().code(),
                ready.message().subject(),
                ready.message().text(),
                ready.message().html(),
                now);
        return new Begun(sending.attempts(), delivery.channel(), message);
    }

    /** Nothing is handed over, so one commit does: the notice is there exactly if the delivery is delivered. */
    private Optional<Begun> keep(Claim claim, Delivery delivery, Letter.Notice notice, Instant now) {
        Delivery tried = delivery.attempting();
        store.saveRendering(delivery.id(), notice.templateVersion(), notice.address(), notice.message());
        store.startAttempt(delivery.id(), tried.attempts(), now);
        inbox.keep(new InAppNotification(
                delivery.id(),
                delivery.memberId(),
                delivery.customerId(),
                delivery.templateKey(),
                notice.ja(),
                notice.en(),
                now,
                null,
                1));
        endAttempt(delivery, tried.attempts(), now, Attempt.Outcome.ACCEPTED, "");
        return stop(claim, tried.in(new DeliveryState.Delivered(now)), now);
    }

    private Optional<Begun> stop(Claim claim, Delivery delivery, Instant now) {
        settle(claim, delivery, now);
        return Optional.empty();
    }

    private static DeliveryState wait(Delivery delivery, Reason reason, Instant now) {
        return now.isAfter(delivery.retrySince().plus(RetryPolicy.GIVE_UP_AFTER))
                ? new DeliveryState.Failed(now, reason)
                : new DeliveryState.Retry(now.plus(NOT_YET_PAUSE), reason);
    }

    private void settle(Claim claim, Delivery delivery, Instant now) {
        store.save(delivery, now);
        switch (delivery.state()) {
            case DeliveryState.Pending(Instant dueAt) -> queue.postpone(claim, dueAt);
            case DeliveryState.Retry(Instant dueAt, Reason _) -> queue.postpone(claim, dueAt);
            case DeliveryState.Sending _ -> throw new IllegalStateException("an attempt that goes on is not settled");
            case DeliveryState.Ended _ -> {
                queue.remove(delivery.id());
                news.ended(delivery);
            }
        }
        DeliveryLog.about(
                delivery,
                () -> Log.infof(
                        "delivery is %s after %d attempts", delivery.state().code(), delivery.attempts()));
    }

    private void record(Delivery delivery, int attempt, SendOutcome outcome, Instant now) {
        Attempt.Outcome recorded = OutcomeRules.recorded(outcome);
        switch (outcome) {
            case SendOutcome.Accepted(int code, String response) ->
                store.endAttempt(delivery.id(), attempt, now, recorded, code, response);
            case SendOutcome.Deferred(int code, String reason, var _) ->
                store.endAttempt(delivery.id(), attempt, now, recorded, code == 0 ? null : code, reason);
            case SendOutcome.Refused(int code, String reason, boolean _) ->
                store.endAttempt(delivery.id(), attempt, now, recorded, code == 0 ? null : code, reason);
            case SendOutcome.Unknown(String reason) ->
                store.endAttempt(delivery.id(), attempt, now, recorded, null, reason);
            case SendOutcome.Withdrawn() -> throw new IllegalArgumentException("a withdrawn attempt is not recorded");
        }
        meter.attempted(delivery.channel(), recorded);
    }

    /** The room would turn down what waits behind this message, too. */
    private void restIfAsked(Delivery delivery, SendOutcome outcome) {
        UUID room = delivery.roomId();
        if (room != null && outcome instanceof SendOutcome.Deferred deferred && deferred.retryAfter() != null) {
            queue.rest(room, deferred.retryAfter());
        }
    }

    private void suppressIfUnusable(Delivery delivery, SendOutcome outcome, Instant now) {
        if (!(outcome instanceof SendOutcome.Refused(int code, String reason, boolean unusable)) || !unusable) {
            return;
        }
        switch (delivery.channel()) {
            case EMAIL ->
                store.findAddress(delivery.id())
                        .ifPresent(address -> recipients.suppress(new SuppressedAddress(
                                SuppressedAddress.normal(address), code, reason, delivery.id(), now)));
            case SLACK -> channels.disable(delivery.recipientId(), reason);
            case IN_APP -> throw new IllegalStateException("the console refuses nothing");
        }
    }
}
